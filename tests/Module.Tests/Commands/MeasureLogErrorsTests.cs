using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class MeasureLogErrorsTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public MeasureLogErrorsTests(ModuleSession session)
    {
        _session = session;
        _folder.Write(
            "a.log",
            "2025-01-24T07:00:10Z INFO [main] shop: started",
            "2025-01-24T07:00:20Z ERROR [main] shop: could not read order 17",
            "java.lang.IllegalStateException: order 17",
            "\tat shop.Orders.read(Orders.java:17)",
            "2025-01-24T07:01:30Z ERROR [main] shop: could not read order 18",
            "2025-01-24T07:02:30Z WARN [main] shop: slow");
        _folder.Write(
            "b.log",
            "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET /orders/17 HTTP/1.1\" 500 91",
            "192.0.2.7 - - [24/Jan/2025:07:00:31 +0000] \"GET /orders/18 HTTP/1.1\" 500 91",
            "192.0.2.7 - - [24/Jan/2025:07:00:32 +0000] \"GET /cart HTTP/1.1\" 503 91",
            "192.0.2.7 - - [24/Jan/2025:07:00:33 +0000] \"GET /none HTTP/1.1\" 404 91");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Theory]
    [InlineData("Pattern", "2 GET /orders/<*> 500; 2 could not read order <*>; 1 GET /cart 503")]
    [InlineData("Level", "5 Error")]
    [InlineData("Level -MinimumLevel Warning", "5 Error; 2 Warning")]
    [InlineData("Path", "3 b.log; 2 a.log")]
    [InlineData("StatusCode", "2 500; 1 503")]
    [InlineData("StatusCode -MinimumLevel Warning -Top 2", "2 500; 1 404")]
    [InlineData("Pattern -Pattern 'cart|OrDeR 18'", "1 GET /cart 503; 1 could not read order <*>")]
    public void By_groups_the_errors_of_all_input_the_most_frequent_first(string by, string expected)
    {
        Assert.Equal(expected, Describe($"Measure-LogErrors *.log -By {by}"));
        Assert.Equal(expected, Describe($"Get-ChildItem *.log | Measure-LogErrors -By {by}"));
        Assert.Equal(expected, Describe($"Watch-LogFile *.log -NoFollow | Measure-LogErrors -By {by}"));
        Assert.Equal(expected, Describe($"Get-LogEntry *.log | Measure-LogErrors -By {by}"));
    }

    [Fact]
    public void A_group_tells_share_level_times_files_and_what_the_earliest_says()
    {
        LogErrorGroup group = _session.Invoke("Measure-LogErrors *.log -By Pattern").Of<LogErrorGroup>().Single(group => group.Name == "could not read order <*>");
        Assert.Equal((2L, 40.0, LogLevel.Error), (group.Count, group.Percent, group.Level));
        Assert.Equal((At(7, 0, 20), At(7, 1, 30)), (group.First!.Value, group.Last!.Value));
        Assert.Equal(("could not read order 17", _folder.Combine("a.log")), (group.Example, Assert.Single(group.Paths)));
    }

    [Theory]
    [InlineData("Measure-LogErrors a.log -Every 1m")]
    [InlineData("Get-Content a.log | Measure-LogErrors -Every 00:01:00")]
    [InlineData("Watch-LogFile a.log -FromStart -IdleTimeout 100ms | Measure-LogErrors -Every 60")]
    public void Every_writes_a_summary_for_each_window_of_log_time(string script)
    {
        var windows = _session.Invoke(script).Of<LogErrorSummary>().ToList();
        Assert.Equal(
            [(At(7, 0, 0), At(7, 1, 0), 2, 4, 1), (At(7, 1, 0), At(7, 2, 0), 1, 1, 1), (At(7, 2, 0), At(7, 3, 0), 1, 1, 0)],
            windows.Select(window => (window.WindowStart!.Value, window.WindowEnd!.Value, (int)window.Entries, (int)window.Lines, (int)window.Errors)));
    }

    [Fact]
    public void Entries_without_a_time_count_when_they_arrive()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        LogErrorSummary window = _session.Invoke("'ERROR one', 'ERROR two' | Measure-LogErrors -Every 365d").Of<LogErrorSummary>().Single();
        Assert.Equal(2, window.Errors);
        Assert.InRange(DateTimeOffset.UtcNow, window.WindowStart!.Value, window.WindowEnd!.Value);
        Assert.InRange(before, window.WindowStart!.Value, window.WindowEnd!.Value);
    }

    [Theory]
    [InlineData("-MinimumLevel Warning", 3, 2)]
    [InlineData("-Pattern 'order 17'", 1, 1)]
    [InlineData("-Pattern 'Orders\\.java'", 1, 1)]
    [InlineData("-Pattern 'shop' -MinimumLevel Critical", 0, 0)]
    public void Entries_that_are_not_wanted_are_as_if_they_were_not_there(string arguments, int entries, int errors)
    {
        foreach (string script in new[] { $"Measure-LogErrors a.log {arguments}", $"Get-Content a.log | Measure-LogErrors {arguments}" })
        {
            LogErrorSummary summary = _session.Invoke(script).Of<LogErrorSummary>().Single();
            Assert.Equal((entries, errors), ((int)summary.Entries, (int)summary.Errors));
        }
    }

    [Theory]
    [InlineData("-By Level -Every 1m", "CannotCombineParameters")]
    [InlineData("-By Level -Total", "CannotCombineParameters")]
    [InlineData("-Top 3", "MissingParameter")]
    [InlineData("-Every 0", "DurationNotPositive")]
    [InlineData("-Pattern '('", "InvalidPattern")]
    public void Parameters_that_make_no_sense_are_refused(string arguments, string id)
    {
        ErrorRecord error = _session.Invoke($"try {{ Measure-LogErrors a.log {arguments} }} catch {{ $_ }}").Output.Select(item => (ErrorRecord)item.BaseObject).Single();
        Assert.Equal((id, ErrorCategory.InvalidArgument), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
    }

    [Theory]
    [InlineData("Get-LogStatusCode b.log | Measure-LogErrors -By StatusCode", "2 500; 1 503")]
    [InlineData("Get-LogStatusCode b.log | Measure-LogErrors -By Pattern -MinimumLevel Warning", "2 GET /orders/<*> 500; 1 GET /cart 503; 1 GET /none 404")]
    [InlineData("Get-LogStatusCode b.log | Measure-LogErrors -By Level -Pattern orders", "2 Error")]
    [InlineData("$(Measure-LogErrors a.log -By Pattern; Measure-LogErrors *.log -By Pattern) | Measure-LogErrors -By Pattern", "4 could not read order <*>; 2 GET /orders/<*> 500; 1 GET /cart 503")]
    [InlineData("$(Measure-LogErrors a.log -By Path; Measure-LogErrors *.log -By Path) | Measure-LogErrors -By Path", "4 a.log; 3 b.log")]
    public void Groups_take_responses_and_groups_of_other_machines(string script, string expected) => Assert.Equal(expected, Describe(script));

    [Fact]
    public void A_summary_takes_responses()
    {
        LogErrorSummary summary = _session.Invoke("Get-LogStatusCode b.log | Measure-LogErrors").Of<LogErrorSummary>().Single();
        Assert.Equal((4L, 3L, 1L, At(7, 0, 32)), (summary.Entries, summary.Errors, summary.Warnings, summary.LastError!.Value));
    }

    [Theory]
    [InlineData("Measure-LogErrors a.log -By Level | Measure-LogErrors -By Path", "UnsupportedInput")]
    [InlineData("Measure-LogErrors a.log | Measure-LogErrors -Every 1m", "CannotSplitByTime")]
    public void What_cannot_be_counted_again_is_reported(string script, string id) =>
        Assert.Equal(id, Assert.Single(_session.Invoke(script).Errors).FullyQualifiedErrorId.Split(',')[0]);

    [Fact]
    public async Task Live_totals_come_though_the_last_entry_is_held_back_on_the_way()
    {
        string path = _folder.Combine("a.log");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Task writer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                // The follower's last line for now never passes the filter.
                File.AppendAllText(path, "2025-01-24T07:03:30Z ERROR again\n2025-01-24T07:03:31Z INFO later\n");
                await Task.Delay(50);
            }
        });
        Assert.NotEmpty(_session.Invoke("""
            foreach ($once in 1) { Watch-LogFile a.log -Timeout 20s | Where-Object { $_.Level -eq 'Error' } | Measure-LogErrors | ForEach-Object { $_; break } }
            """).Of<LogErrorSummary>());
        Assert.False(stop.IsCancellationRequested);
        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void Results_in_between_do_not_part_an_entry_from_its_continuation_lines()
    {
        // Between two lines of one entry it is time for a result.
        using RunningPipeline running = _session.Start("""
            Watch-LogFile a.log -FromStart | ForEach-Object { if ($_.LineNumber -eq 2) { [Threading.Thread]::Sleep(1100) } $_ } | Measure-LogErrors -Pattern 'Orders\.java'
            """);
        Assert.True(running.WaitFor(output => output is [.., { BaseObject: LogErrorSummary { Errors: 1, Entries: 1, Lines: 3 } }]));
    }

    public void Dispose() => _folder.Dispose();

    private static DateTimeOffset At(int hour, int minute, int second) => new(2025, 1, 24, hour, minute, second, TimeSpan.Zero);

    private string Describe(string script) => string.Join("; ", _session.Invoke(script).Of<LogErrorGroup>()
        .Select(group => $"{group.Count} {group.Name.Replace(_folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal)}"));
}
