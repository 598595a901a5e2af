using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>What the commands take: paths, wildcards, files, entries, lines and each other's output.</summary>
public sealed class InputTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public InputTests(ModuleSession session)
    {
        _session = session;
        _folder.Write("a.log", "ERROR a");
        _folder.Write("b.log", "ERROR b", "ERROR b");
        _folder.Write("b.log.1", "INFO b");
        _folder.Write("deep/er/c.log", "ERROR c");
        _folder.Write("odd[1].log", "ERROR odd", "INFO odd");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Theory]
    [InlineData("a.log", "a.log")]
    [InlineData("./a.log", "a.log")]
    [InlineData("b.log, a.log", "b.log a.log")]
    [InlineData("a.log, ./a.log, *a*", "a.log")]
    [InlineData("*.log", "a.log b.log odd[1].log")]
    [InlineData("[ab].log", "a.log b.log")]
    [InlineData("**/*.log", "a.log b.log deep/er/c.log odd[1].log")]
    [InlineData("deep/**", "deep/er/c.log")]
    [InlineData("*.log -Exclude b*, odd*", "a.log")]
    [InlineData("**/*.log -Exclude */deep/*", "a.log b.log odd[1].log")]
    [InlineData("b.log* -Exclude *.log", "b.log.1")]
    [InlineData("'odd[1].log'", "odd[1].log")]
    [InlineData("-LiteralPath 'odd[1].log'", "odd[1].log")]
    public void Paths_name_files_each_read_once(string arguments, string expected)
    {
        var summaries = _session.Invoke($"Measure-LogErrors {arguments}").Of<LogErrorSummary>();
        Assert.Equal(expected, string.Join(' ', summaries.Select(summary => Path.GetRelativePath(_folder.Path, summary.Path!))));
    }

    [Fact]
    public void Several_paths_give_a_summary_each_and_one_in_total_on_request()
    {
        Assert.Equal([1L, 2L], _session.Invoke("Measure-LogErrors a.log, b.log").Of<LogErrorSummary>().Select(summary => summary.Errors));
        LogErrorSummary total = _session.Invoke("Measure-LogError a.log, b.log -Total").Of<LogErrorSummary>().Single();
        Assert.Equal((3L, null), (total.Errors, total.Path));
    }

    [Theory]
    [InlineData("Get-ChildItem *.log -File | Measure-LogErrors", 4)]
    [InlineData("Get-ChildItem *.log | Measure-LogErrors -Exclude b*", 2)]
    [InlineData("Get-Content a.log, b.log | Measure-LogErrors", 3)]
    [InlineData("'ERROR x', 'INFO y' | Measure-LogErrors", 1)]
    [InlineData("\"ERROR x`nERROR y`r`nINFO z`n\" | Measure-LogErrors", 2)]
    [InlineData("Watch-LogFile *.log -NoFollow | Measure-LogErrors", 4)]
    [InlineData("Watch-LogFile *.log -NoFollow | Where-Object Level -eq Error | Measure-LogErrors", 4)]
    [InlineData("@() | Measure-LogErrors", 0)]
    [InlineData("$null, '', 'ERROR x' | Measure-LogErrors", 1)]
    public void Pipeline_input_gives_one_summary_over_everything(string script, long errors) =>
        Assert.Equal(errors, _session.Invoke(script).Of<LogErrorSummary>().Single().Errors);

    [Fact]
    public void A_line_is_never_taken_for_a_path()
    {
        _folder.Write("list.txt", _folder.Combine("a.log"), "b.log");
        Assert.Equal((2L, 0L), Counts("Get-Content list.txt | Measure-LogErrors"));
        Assert.Equal((2L, 0L), Counts("'a.log', 'b.log' | Measure-LogErrors"));
    }

    [Fact]
    public void Lines_of_two_files_do_not_continue_each_others_entries()
    {
        _folder.Write("x.log", "2025-01-24 07:00:30 ERROR boom");
        _folder.Write("y.log", "plain text of another file");
        Assert.Equal((2L, 1L), Counts("Get-Content x.log, y.log | Measure-LogErrors"));
    }

    [Fact]
    public void A_report_covers_all_its_input_and_reports_merge()
    {
        LogReport whole = _session.Invoke("Get-LogReport a.log, b.log").Of<LogReport>().Single();
        LogReport merged = _session.Invoke("(Get-LogReport a.log), (Get-LogReport b.log) | Get-LogReport").Of<LogReport>().Single();
        Assert.Equal([_folder.Combine("a.log"), _folder.Combine("b.log")], whole.Paths);
        Assert.Equal((3L, 3L, "level"), (whole.Lines, whole.Errors, whole.Formats.Single()));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(whole), System.Text.Json.JsonSerializer.Serialize(merged));
    }

    [Fact]
    public void Status_codes_are_written_response_by_response_and_pass_through_again()
    {
        string access = RepositoryRoot.Combine("samples", "access.log");
        LogStatusCode first = _session.Invoke("Get-LogStatusCode $args[0] -Code 5xx", access).Of<LogStatusCode>()[0];
        Assert.Equal((500, "5xx", "Internal Server Error"), (first.Code, first.Class, first.Reason));
        Assert.Equal(("GET", "/api/orders?page=2", "192.0.2.7"), (first.Method, first.Url, first.Client));
        Assert.Equal((29918L, 62L, access), (first.Bytes, first.LineNumber, first.Path));
        Assert.Equal(new DateTimeOffset(2025, 5, 17, 10, 22, 7, TimeSpan.Zero), first.Timestamp);
        Assert.Equal(
            _session.Invoke("Get-LogStatusCode $args[0] -Code 404 -Summary", access).Of<LogStatusCodeCount>().Single().Count,
            _session.Invoke("Get-LogStatusCode $args[0] | Get-LogStatusCode -Code 404 -Summary", access).Of<LogStatusCodeCount>().Single().Count);
    }

    public void Dispose() => _folder.Dispose();

    private (long Lines, long Errors) Counts(string script)
    {
        LogErrorSummary summary = _session.Invoke(script).Of<LogErrorSummary>().Single();
        return (summary.Lines, summary.Errors);
    }
}
