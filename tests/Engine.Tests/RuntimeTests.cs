using System.Globalization;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>The same assembly runs on .NET 8, which PowerShell 7.4 has, and on the SDK's runtime.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void The_tests_run_on_the_runtime_that_was_asked_for()
    {
        string running = Environment.Version.Major.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(Environment.GetEnvironmentVariable("LOGANALYSIS_RUNTIME") ?? running, running);
    }
}
