using System.Diagnostics;
using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class WatchLogFileTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_thousand_lines_of_another_process_arrive_in_order_through_a_rename_rotation()
    {
        string path = _folder.Write("app.log", "first");
        using RunningPipeline watch = session.Start("Watch-LogFile $args[0] -FromStart", path);
        Assert.True(watch.WaitFor(output => output.Count == 1));
        using Process writer = LogWriterProcess.Start(path, lines: 1000, rotateAt: 500);
        watch.WaitFor(output => output.Count > 1000);
        Assert.True(writer.WaitForExit(10_000));
        Assert.Equal(["first", .. Enumerable.Range(0, 1000).Select(i => $"line {i}")], watch.Output.Select(Text));
    }

    [Fact]
    public void Ctrl_C_ends_it_at_once()
    {
        string path = _folder.Write("app.log", "one");
        using RunningPipeline watch = session.Start("Watch-LogFile $args[0] -FromStart", path);
        Assert.True(watch.WaitFor(output => output.Count == 1));
        Assert.InRange(watch.Stop(), TimeSpan.Zero, Soon);
    }

    [Fact]
    public void It_ends_at_once_when_downstream_has_enough()
    {
        string path = _folder.Write("app.log", [.. Enumerable.Range(0, 100).Select(i => $"line {i}")]);
        using RunningPipeline watch = session.Start(
            "$n = 0; foreach ($once in 1) { Watch-LogFile $args[0] -FromStart | ForEach-Object { $_; if (++$n -eq 10) { break } } }", path);
        Assert.True(watch.WaitForEnd());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"line {i}"), watch.Output.Select(Text));
    }

    [Fact]
    public void A_timeout_ends_it_and_a_last_line_without_its_end_still_comes()
    {
        string path = _folder.WriteText("app.log", "one\npartial");
        Assert.Equal(["one", "partial"], session.Invoke("Watch-LogFile $args[0] -FromStart -Timeout 300ms", path).Output.Select(Text));
        Assert.Equal(["one", "partial"], session.Invoke("Watch-LogFile $args[0] -FromStart -IdleTimeout 300ms", path).Output.Select(Text));
    }

    [Theory]
    [InlineData("-NoFollow", 5)]
    [InlineData("-NoFollow -Tail 2", 2)]
    [InlineData("-NoFollow -Tail 0", 0)]
    [InlineData("-NoFollow -FromStart", 5)]
    [InlineData("-Tail 3 -Timeout 0.3", 3)]
    [InlineData("-Timeout 0.3", 0)]
    public void It_begins_where_it_is_told_to(string options, int expected)
    {
        string path = _folder.Write("app.log", "1", "2", "3", "4", "5");
        Assert.Equal(expected, session.Invoke($"Watch-LogFile $args[0] {options}", path).Output.Count);
    }

    [Fact]
    public void Files_from_the_pipeline_are_followed_and_strings_are_not_taken_for_paths()
    {
        _folder.Write("a.log", "a");
        _folder.Write("b.log", "b");
        Assert.Equal(["a", "b"], session.Invoke("Get-ChildItem $args[0] | Watch-LogFile -NoFollow", _folder.Combine("*.log")).Output.Select(Text));
        ModuleSession.Result result = session.Invoke("$args[0] | Watch-LogFile -NoFollow", _folder.Combine("a.log"));
        Assert.Empty(result.Output);
        Assert.StartsWith("NotAFile,", result.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_totals_are_written_whenever_the_error_count_has_changed()
    {
        string path = _folder.Write("app.log");
        using RunningPipeline totals = session.Start("Watch-LogFile $args[0] -FromStart | Measure-LogErrors", path);
        AppendAndExpect(totals, path, "2025-01-24 07:00:30 INFO a\n2025-01-24 07:00:31 ERROR b\n\tat frame\n", errors: 1);
        File.AppendAllText(path, "2025-01-24 07:00:32 INFO c\n");
        AppendAndExpect(totals, path, "2025-01-24 07:00:33 FATAL d\n", errors: 2);
        LogErrorSummary[] written = [.. totals.Output.Select(item => (LogErrorSummary)item.BaseObject)];
        Assert.Equal([(1L, 2L), (2L, 4L)], written.Select(summary => (summary.Errors, summary.Entries)));
        Assert.Equal((3L, "b", path), (written[0].Lines, written[0].LastMessage, written[0].Path));
    }

    [Fact]
    public void Finite_input_gives_one_summary_at_its_end()
    {
        string path = _folder.Write("app.log", "ERROR a", "INFO b", "ERROR c");
        LogErrorSummary summary = session.Invoke("Watch-LogFile $args[0] -NoFollow | Measure-LogErrors", path).Of<LogErrorSummary>().Single();
        Assert.Equal((3L, 2L), (summary.Entries, summary.Errors));
    }

    [Fact]
    public void The_last_totals_are_not_repeated_when_following_ends()
    {
        string path = _folder.Write("app.log", "ERROR a");
        Assert.Single(session.Invoke("Watch-LogFile $args[0] -FromStart -Timeout 0.5 | Measure-LogErrors", path).Of<LogErrorSummary>());
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(PSObject item) => ((LogEntry)item.BaseObject).Text;

    private static void AppendAndExpect(RunningPipeline totals, string path, string text, long errors)
    {
        File.AppendAllText(path, text);
        Assert.True(totals.WaitFor(output => output.Any(item => ((LogErrorSummary)item.BaseObject).Errors == errors)));
    }
}
