using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A test of what only systems of the Unix family have.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has nothing like it." : null;
}
