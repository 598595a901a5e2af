using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A test of what only systems of the Unix family have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string reason = "Windows has nothing like it.") => Skip = OperatingSystem.IsWindows() ? reason : null;
}
