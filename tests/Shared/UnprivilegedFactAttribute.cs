using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A test of what the mode of a file or folder forbids.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Windows has no such modes." : Environment.IsPrivilegedProcess ? "Nothing is forbidden to root." : null;
}
