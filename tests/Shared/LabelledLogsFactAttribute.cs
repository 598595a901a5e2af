using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A test that needs the labelled logs, and is skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabelledLogsFactAttribute : FactAttribute
{
    public LabelledLogsFactAttribute() => Skip = LabelledLogs.Missing;
}
