using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Completion;

/// <summary>Formats that users have registered are completed like the others.</summary>
[Collection(ProcessWideState.Name)]
public sealed class RegisteredFormatTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Fact]
    public void A_registered_format_is_completed_and_only_such_a_one_can_be_replaced()
    {
        session.Invoke("Register-LogFormat replaceable '^replaceable (?<level>zz)' -Force").Of<object>();
        Assert.Equal(["replaceable"], Complete("Get-LogEntry x.log -Format repl"));
        Assert.Equal(["replaceable"], Complete("Get-LogFormat repl"));
        Assert.Contains("replaceable", Complete("Register-LogFormat "));
        Assert.DoesNotContain("json", Complete("Register-LogFormat "));
    }

    private IEnumerable<string> Complete(string line)
    {
        using var shell = PowerShell.Create(session.Shell.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText)];
    }
}
