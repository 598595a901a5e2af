using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A theory that needs the labelled logs, and says so where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabelledLogsTheoryAttribute : TheoryAttribute
{
    public LabelledLogsTheoryAttribute() => Skip = LabelledLogs.Missing;
}
