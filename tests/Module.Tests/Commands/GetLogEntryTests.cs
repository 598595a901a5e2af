using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class GetLogEntryTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public GetLogEntryTests(ModuleSession session)
    {
        _session = session;
        _folder.Write(
            "app.log",
            "2025-01-24 07:00:00 INFO start",
            "2025-01-24 08:00:00 ERROR boom",
            "\tat x.y(z)",
            "Caused by: disk full",
            "2025-01-24 09:00:00 WARN slow",
            "2025-01-24 10:00:00 FATAL gone");
        _folder.Write("other.log", "no time, no level");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Theory]
    [InlineData("app.log", "start boom slow gone")]
    [InlineData("app.log -MinimumLevel Warning", "boom slow gone")]
    [InlineData("app.log -Level Error, Warning", "boom slow")]
    [InlineData("app.log -Since '2025-01-24 08:00'", "boom slow gone")]
    [InlineData("app.log -Until '2025-01-24 08:00'", "start")]
    [InlineData("app.log -Since '2025-01-24 08:00' -Until '2025-01-24 09:30' -Level Warning", "slow")]
    [InlineData("app.log -Since -1h", "")]
    [InlineData("app.log -Pattern 'DISK\\s+full'", "boom")]
    [InlineData("app.log -Pattern '(.)\\1'", "start boom slow gone")]
    [InlineData("*.log -Since 2000-01-01", "start boom slow gone")]
    [InlineData("*.log -MinimumLevel Critical", "gone")]
    [InlineData("*.log -Exclude app*", "no time, no level")]
    public void Entries_are_filtered(string arguments, string expected) =>
        Assert.Equal(expected, string.Join(' ', _session.Invoke($"Get-LogEntry {arguments}").Of<LogEntry>().Select(entry => entry.Message)));

    [Theory]
    [InlineData("app.log -Tail 2", "slow gone")]
    [InlineData("app.log -Tail 0", "")]
    [InlineData("app.log -Tail 99", "start boom slow gone")]
    [InlineData("app.log -Tail 1 -Level Error", "boom")]
    [InlineData("app.log, late.log -Tail 1", "gone evening")]
    [InlineData("late.log, app.log -Merge", "early start boom slow gone evening")]
    [InlineData("late.log, app.log, app.log -Merge -Tail 3", "slow gone evening")]
    [InlineData("*.log -Merge -MinimumLevel Warning -Tail 2", "slow gone")]
    [InlineData("app.log -Format text", "2025-01-24 07:00:00 INFO start 2025-01-24 08:00:00 ERROR boom 2025-01-24 09:00:00 WARN slow 2025-01-24 10:00:00 FATAL gone")]
    public void The_end_of_files_and_their_order_in_time_can_be_asked_for(string arguments, string expected)
    {
        _folder.Write("late.log", "2025-01-24 06:00:00 INFO early", "2025-01-24 11:00:00 INFO evening");
        Assert.Equal(expected, string.Join(' ', _session.Invoke($"Get-LogEntry {arguments}").Of<LogEntry>().Select(entry => entry.Message)));
        Assert.Equal(expected, string.Join(' ', _session.Invoke($"Get-ChildItem {arguments.Split(" -")[0]} | Get-LogEntry {arguments[arguments.IndexOf(" -", StringComparison.Ordinal)..]}")
            .Of<LogEntry>().Select(entry => entry.Message)));
    }

    [Fact]
    public void An_entry_whose_message_stands_on_its_second_line_has_it()
    {
        _folder.Write(
            "console.log",
            "info: Microsoft.AspNetCore.Hosting.Diagnostics[2]",
            "      Request finished HTTP/1.1 GET http://localhost/orders - 503 12 text/html 12.5ms",
            "fail: Shop.Orders[0]",
            "      could not reach the database",
            "      System.Net.Sockets.SocketException: refused",
            "Jan 24, 2025 7:00:30 AM shop.Orders pay",
            "SEVERE: lost");
        List<LogEntry> entries = _session.Invoke("Get-LogEntry console.log").Of<LogEntry>();
        Assert.Equal(["Request finished HTTP/1.1 GET http://localhost/orders - 503 12 text/html 12.5ms", "could not reach the database", "lost"], entries.Select(entry => entry.Message));
        Assert.Equal([503, null, null], entries.Select(entry => entry.StatusCode));
        Assert.Equal(new DateTime(2025, 1, 24, 7, 0, 30), entries[2].Timestamp?.DateTime);
        foreach (string input in new[] { "Measure-LogErrors console.log", "Get-Content console.log | Measure-LogErrors", "Get-LogEntry console.log | Measure-LogErrors" })
        {
            LogErrorSummary summary = _session.Invoke(input).Of<LogErrorSummary>().Single();
            Assert.Equal((7L, 3L, 2L, "lost"), (summary.Lines, summary.Entries, summary.Errors, summary.LastMessage));
        }

        foreach (string input in new[] { "Get-LogStatusCode console.log", "Get-LogEntry console.log | Get-LogStatusCode" })
        {
            LogStatusCode response = _session.Invoke(input).Of<LogStatusCode>().Single();
            Assert.Equal((503, "GET", "http://localhost/orders", 12L, 12.5), (response.Code, response.Method, response.Url, response.Bytes, response.Duration?.TotalMilliseconds));
        }
    }

    [Fact]
    public void A_line_that_goes_on_with_another_containers_entry_is_no_entry_and_no_part_of_this_one()
    {
        _folder.Write(
            "compose.log",
            "web-1  | 2025-01-24 07:00:30 ERROR payment failed",
            "db-1   | 2025-01-24 07:00:30 INFO checkpoint",
            "web-1  | java.io.IOException: refused",
            "db-1   |   of 3 buffers",
            "web-1  | \tat shop.Orders.pay(Orders.java:12)",
            "web-1  | 2025-01-24 07:00:31 INFO retried");
        List<LogEntry> entries = _session.Invoke("Get-LogEntry compose.log").Of<LogEntry>();
        Assert.Equal(["payment failed", "checkpoint", "retried"], entries.Where(entry => !entry.IsContinuation).Select(entry => entry.Message));
        Assert.Equal("db-1   | 2025-01-24 07:00:30 INFO checkpoint\ndb-1   |   of 3 buffers", entries.Single(entry => entry.Message == "checkpoint").Text);
        Assert.All(entries.Where(entry => entry.IsContinuation), entry => Assert.Equal(LogLevel.Error, entry.Level));
        foreach (string input in new[] { "Measure-LogErrors compose.log", "Get-LogEntry compose.log | Measure-LogErrors" })
        {
            LogErrorSummary summary = _session.Invoke(input).Of<LogErrorSummary>().Single();
            Assert.Equal((6L, 3L, 1L), (summary.Lines, summary.Entries, summary.Errors));
        }
    }

    [Fact]
    public void A_missing_file_does_not_keep_the_others_from_being_merged_or_read_from_their_ends()
    {
        foreach (string how in new[] { "-Merge", "-Tail 9", "-Merge -Tail 9" })
        {
            ModuleSession.Result result = _session.Invoke($"Get-LogEntry missing.log, app.log {how}");
            Assert.StartsWith("FileNotFound,", result.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(4, result.Output.Count);
        }
    }

    [Fact]
    public void A_span_back_from_now_takes_in_what_was_just_logged()
    {
        string now = DateTime.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _folder.Write("now.log", "2001-01-01 00:00:00 INFO long ago", $"{now} INFO just now");
        Assert.Equal("just now", _session.Invoke("Get-LogEntry now.log -Since -1h").Of<LogEntry>().Single().Message);
    }

    [Fact]
    public void An_entry_is_whole_and_counts_as_its_lines_do()
    {
        LogEntry entry = _session.Invoke("Get-LogEntry app.log -Level Error").Of<LogEntry>().Single();
        Assert.Equal("2025-01-24 08:00:00 ERROR boom\n\tat x.y(z)\nCaused by: disk full", entry.Text);
        Assert.Equal((2L, 31L, false), (entry.LineNumber!.Value, entry.Offset, entry.IsContinuation));
        foreach (string command in new[] { "Measure-LogErrors", "Get-LogReport" })
        {
            PSObject whole = _session.Invoke($"Get-LogEntry app.log | {command}").Output.Single();
            PSObject lines = _session.Invoke($"{command} app.log").Output.Single();
            Assert.Equal(System.Text.Json.JsonSerializer.Serialize(lines.BaseObject), System.Text.Json.JsonSerializer.Serialize(whole.BaseObject));
        }
    }

    [Fact]
    public void Files_come_from_the_pipeline_too_and_a_missing_one_is_named()
    {
        Assert.Equal(5, _session.Invoke("Get-ChildItem *.log | Get-LogEntry").Of<LogEntry>().Count);
        ModuleSession.Result result = _session.Invoke("Get-LogEntry missing.log, other.log");
        Assert.StartsWith("FileNotFound,", result.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(result.Output);
    }

    [Fact]
    public void A_malformed_pattern_is_refused_with_the_position_of_the_fault()
    {
        ErrorRecord error = _session.Invoke("Get-LogEntry app.log -Pattern 'a(b'").Errors.Single();
        Assert.StartsWith("InvalidPattern,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("At position 3", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_runs_away_is_stopped_and_the_entry_named()
    {
        _folder.Write("evil.log", new string('a', 40) + "!", "fine, aab");
        ModuleSession.Result result = _session.Invoke("Get-LogEntry evil.log -Pattern '^(a+)+(?!x)\\1?b|fine'");
        Assert.All(result.Errors, error => Assert.StartsWith("PatternTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Single(result.Errors);
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("yesterday-ish")]
    [InlineData("25:00")]
    public void A_time_that_is_none_is_refused_with_examples(string time)
    {
        ErrorRecord error = _session.Invoke("Get-LogEntry app.log -Since $args[0]", time).Errors.Single();
        Assert.Contains("-1h", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
