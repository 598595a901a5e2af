using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A test that gives files to other users, which on Linux only root can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "Only root on Linux can give files away.";
}
