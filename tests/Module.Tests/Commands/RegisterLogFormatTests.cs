using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>Formats are registered for the process: each pattern here matches nothing that other tests have, and none runs beside these.</summary>
[Collection(ProcessWideState.Name)]
public sealed class RegisterLogFormatTests : IClassFixture<ModuleSession>, IDisposable
{
    private const string Pattern = @"^~~(?<timestamp>\S+ \S+) #(?<level>\w+)# (?<status>\d{3})? ?(?<message>.*)$";

    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public RegisterLogFormatTests(ModuleSession session)
    {
        _session = session;
        _folder.Write(
            "acme.log",
            "~~2025-01-24 07:00:30 #INFO# no error",
            "~~2025-01-24 07:00:31 #ERROR# 503 lost 'ü'",
            "java.io.IOException: refused",
            "~~2025-01-24 07:00:32 #warn# slow");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Fact]
    public void Lines_of_a_registered_format_are_recognised_by_every_command()
    {
        _session.Invoke("Register-LogFormat zz-acme $args[0] -Force", Pattern).Of<object>();
        List<LogEntry> entries = _session.Invoke("Get-LogEntry acme.log").Of<LogEntry>();
        Assert.Equal(["no error", "lost 'ü'", "slow"], entries.Select(entry => entry.Message));
        Assert.Equal([LogLevel.Information, LogLevel.Error, LogLevel.Warning], entries.Select(entry => entry.Level));
        Assert.All(entries, entry => Assert.Equal("zz-acme", entry.Format));
        Assert.Equal(new DateTime(2025, 1, 24, 7, 0, 31), entries[1].Timestamp?.DateTime);
        Assert.Equal(2, entries[1].Text.Split('\n').Length);
        Assert.Equal(1L, _session.Invoke("Get-Content acme.log | Measure-LogErrors").Of<LogErrorSummary>().Single().Errors);
        Assert.Equal(503, _session.Invoke("Get-LogStatusCode acme.log").Of<LogStatusCode>().Single().Code);
        Assert.Equal(["zz-acme"], _session.Invoke("Get-LogReport acme.log").Of<LogReport>().Single().Formats);
        Assert.Equal(4, _session.Invoke("Watch-LogFile acme.log -NoFollow -Format zz-acme").Of<LogEntry>().Count);
    }

    [Fact]
    public void Nothing_is_written_unless_asked_for_and_the_list_has_it()
    {
        Assert.Empty(_session.Invoke("Register-LogFormat quiet '^~~(?<level>quiet)'").Of<object>());
        LogFormat written = _session.Invoke("Register-LogFormat loud '^~~(?<level>loud)' -PassThru").Of<LogFormat>().Single();
        Assert.Equal("loud", written.Name);
        Assert.Contains("(?<level>loud)", written.Description, StringComparison.Ordinal);
        Assert.Equal("quiet", _session.Invoke("Get-LogFormat QUIET").Of<LogFormat>().Single().Name);
    }

    [Theory]
    [InlineData("Register-LogFormat json '(?<level>x)' -Force", "FormatExists", ErrorCategory.ResourceExists, "json", "Choose another name")]
    [InlineData("Register-LogFormat taken '^~~(?<level>t)'; Register-LogFormat TAKEN '^~~(?<level>t)'", "FormatExists", ErrorCategory.ResourceExists, "TAKEN", "-Force")]
    [InlineData("Register-LogFormat x '(?<level>['", "InvalidPattern", ErrorCategory.InvalidArgument, "(?<level>[", "At position 10")]
    [InlineData("Register-LogFormat x '(level)'", "NoNamedGroup", ErrorCategory.InvalidArgument, "(level)", "timestamp, level, message, status")]
    [InlineData("Register-LogFormat 'a b' '(?<level>x)'", "InvalidFormatName", ErrorCategory.InvalidArgument, "a b", "letters, digits")]
    [InlineData("Get-LogEntry acme.log -Format nothing", "UnknownFormat", ErrorCategory.ObjectNotFound, "nothing", "Get-LogFormat")]
    [InlineData("Measure-LogErrors acme.log -Format nothing", "UnknownFormat", ErrorCategory.ObjectNotFound, "nothing", "Get-LogFormat")]
    public void What_is_wrong_is_said(string script, string id, ErrorCategory category, string target, string advice)
    {
        ErrorRecord error = _session.Invoke(script).Errors.Single();
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((category, target), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registered_format_can_be_replaced()
    {
        _session.Invoke("Register-LogFormat changing '^~~changing (?<level>\\w+)'").Of<object>();
        _session.Invoke("Register-LogFormat changing '^~~changed (?<level>\\w+)' -Force").Of<object>();
        Assert.Equal("changing", _session.Invoke("Get-LogFormat changing").Of<LogFormat>().Single().Name);
        _folder.Write("c.log", "~~changed ERROR");
        Assert.Equal("changing", _session.Invoke("Get-LogEntry c.log").Of<LogEntry>().Single().Format);
    }

    [Fact]
    public void A_pattern_that_runs_away_is_given_up_and_reported_once()
    {
        _folder.Write("evil.log", [.. Enumerable.Repeat("~~" + new string('a', 60) + "!", 30), "ERROR: counted all the same"]);
        _session.Invoke("Register-LogFormat evil '^~~(?<level>(a+)+)(?=b)$'").Of<object>();
        ModuleSession.Result result = _session.Invoke("Measure-LogErrors evil.log, evil.log");
        ErrorRecord error = result.Errors.Single();
        Assert.Equal("evil", error.TargetObject);
        Assert.StartsWith("FormatTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1L, ((LogErrorSummary)result.Output.Single().BaseObject).Errors);
        _session.Invoke("Register-LogFormat evil '^~~(?<level>evil)' -Force").Of<object>();
    }

    public void Dispose() => _folder.Dispose();
}
