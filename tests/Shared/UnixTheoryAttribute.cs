using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A theory of what only systems of the Unix family have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute(string reason = "Windows has nothing like it.") => Skip = OperatingSystem.IsWindows() ? reason : null;
}
