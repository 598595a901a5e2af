using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Pipeline;

public sealed class DirectPipelineDetectorTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public DirectPipelineDetectorTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Import-Module -Assembly $args[0]", typeof(ShowInputCommand).Assembly);
        _session.Invoke("Set-Location $args[0]", _folder.Path);
        _folder.Write(
            "app.log",
            "2025-01-24 07:00:00 INFO start",
            "2025-01-24 08:00:00 ERROR boom",
            "\tat x.y(z)",
            "2025-01-24 09:00:00 WARN \"GET /a HTTP/1.1\" 404 12",
            "2025-01-24 10:00:00 FATAL gone");
    }

    public static TheoryData<string> Linked => new(
        "Get-LogEntry app.log | Show-Input",
        "  Get-LogEntry -Path app.log -MinimumLevel Error  |  Show-Input  ",
        "Get-LogEntry app.log |\n    Show-Input",
        "Get-LogEntry app.log\n    | Show-Input",
        "$x = Get-LogEntry app.log | Show-Input; $x",
        "Get-ChildItem app.log | Get-LogEntry | Show-Input",
        "Get-LogEntry app.log | Show-Input | ForEach-Object { $_ }",
        "Watch-LogFile app.log -NoFollow | Show-Input",
        "& { Get-LogEntry app.log | Show-Input }");

    public static TheoryData<string> NotLinked => new(
        "Get-LogEntry app.log | ForEach-Object { $_ } | Show-Input",
        "Get-LogEntry app.log | Where-Object { $true } | Show-Input",
        "Get-LogEntry app.log | ForEach-Object { $_ | Show-Input }",
        "Get-LogEntry app.log -OutVariable seen | Show-Input",
        "Get-LogEntry app.log -PipelineVariable seen | Show-Input",
        "Watch-LogFile app.log -NoFollow -ov seen | Show-Input",
        "$entries = Get-LogEntry app.log; $entries | Show-Input",
        "Get-LogEntry app.log | ForEach-Object -Begin { 1 | Show-Input > $null } -Process { $_.GetType().Name }",
        "function Pass { begin { 1 | Show-Input > $null } process { $_.GetType().Name } }; Get-LogEntry app.log | Pass",
        "Get-LogEntry app.log -Pattern 'start|boom' | Show-Input",
        "Get-LogEntry app.log | Measure-LogErrors | Show-Input");

    [Theory]
    [MemberData(nameof(Linked))]
    public void A_command_of_the_module_right_behind_another_is_given_many_entries_at_a_time(string script) =>
        Assert.Equal(["LogEntryBatch"], _session.Invoke(script).Of<string>().Distinct());

    [Theory]
    [MemberData(nameof(NotLinked))]
    public void Whatever_else_is_there_is_given_entries(string script) =>
        Assert.DoesNotContain("LogEntryBatch", _session.Invoke(script).Of<string>().DefaultIfEmpty(script));

    [Theory]
    [InlineData("Measure-LogErrors")]
    [InlineData("Measure-LogErrors -By Level")]
    [InlineData("Get-LogStatusCode")]
    [InlineData("Get-LogStatusCode -Summary")]
    [InlineData("Get-LogReport")]
    [InlineData("Get-LogReport -Every 1h")]
    public void Results_are_the_same_either_way(string counting)
    {
        string all = string.Empty;
        foreach (string source in new[] { "Get-LogEntry app.log", "Get-LogEntry app.log -Pattern 'boom'", "Watch-LogFile app.log -NoFollow", "Watch-LogFile app.log -NoFollow -Multiline" })
        {
            string linked = Shown($"{source} | {counting}");
            all += linked;
            Assert.Equal(Shown($"{source} | ForEach-Object {{ $_ }} | {counting}"), linked);
        }

        Assert.NotEmpty(all);
    }

    [Fact]
    public void What_was_not_taken_of_a_bundle_comes_again_after_a_restart()
    {
        const string Until404 = "foreach ($once in 1) { Watch-LogFile app.log -FromStart -NoFollow -CheckpointPath state.json | Get-LogStatusCode | ForEach-Object { $_; break } }";
        Assert.Equal([404], _session.Invoke(Until404).Of<LogStatusCode>().Select(status => status.Code));
        Assert.Equal(["2025-01-24 10:00:00 FATAL gone"], _session.Invoke("Watch-LogFile app.log -NoFollow -CheckpointPath state.json").Of<LogEntry>().Select(entry => entry.Text));
    }

    public void Dispose() => _folder.Dispose();

    private string Shown(string script) =>
        string.Join('\n', _session.Invoke($"{script} | ForEach-Object {{ [System.Management.Automation.PSSerializer]::Serialize($_, 5) }}").Of<string>());
}
