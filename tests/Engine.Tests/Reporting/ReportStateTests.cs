using System.IO.Compression;
using System.Text;
using LogAnalysis.Reporting;
using LogAnalysis.Reporting.Comparing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>What a report was made of may come from anywhere.</summary>
public sealed class ReportStateTests
{
    [Theory]
    [InlineData("""{"levels":[-1]}""")]
    [InlineData("""{"levels":[9223372036854775807,9223372036854775807]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":-5,"level":6,"paths":[]}]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":1,"level":99,"paths":[]}]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":1,"level":6,"paths":[],"times":{"width":1,"keys":[9000000000000000000],"counts":[1]}}]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":2,"level":6,"paths":[],"times":{"width":60,"keys":[28961220,5000000000],"counts":[1,1]}}]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":2,"level":6,"paths":[],"times":{"width":1,"keys":[1737702030,-5],"counts":[1,1]}}]}""")]
    [InlineData("""{"urls":{"total":1,"counts":{"/":-1}}}""")]
    [InlineData("""{"timeline":[{"start":"2025-01-24T07:00:30Z","entries":-1}]}""")]
    [InlineData("""{"bytes":-1}""")]
    [InlineData("""{"urls":{"total":1,"counts":{"/":2}}}""")]
    [InlineData("""{"urls":{"total":0,"maxUndercount":1,"counts":{}}}""")]
    [InlineData("""{"clients":{"total":1,"counts":{"10.0.0.1":0}}}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":0,"level":6,"paths":[]}]}""")]
    [InlineData("""{"statusCodes":[{"code":200,"count":0,"percent":0}]}""")]
    [InlineData("""{"statusCodes":[{"code":77,"count":1,"percent":0}]}""")]
    [InlineData("""{"timeline":[{"start":"2025-01-24T07:00:30Z","entries":1,"errors":2}]}""")]
    [InlineData("""{"timeline":[{"start":"2025-01-24T07:00:30Z","entries":1,"serverErrors":2}]}""")]
    [InlineData("""{"longestDuration":"-00:00:01"}""")]
    [InlineData("""{"durations":{"x":1}}""")]
    [InlineData("""{"durations":[]}""")]
    public void What_cannot_have_been_counted_is_refused(string state) =>
        Assert.Equal("Its MergeState is damaged.", Assert.Throws<InvalidDataException>(() => ReportState.Parse(Compress(Encoding.UTF8.GetBytes(state)))).Message);

    [Fact]
    public void What_was_compressed_to_fill_memory_is_refused()
    {
        byte[] spaces = new byte[200_000_000];
        spaces.AsSpan().Fill((byte)' ');
        string state = Compress(spaces);
        Assert.InRange(state.Length, 1, 1_000_000);
        Assert.Throws<InvalidDataException>(() => ReportState.Parse(state));
    }

    [Theory]
    [InlineData("timeline", """{"start":"2025-01-24T07:00:30Z"}""", 1_000_001)]
    [InlineData("levels", "0", 9)]
    [InlineData("statusCodes", "{}", 601)]
    [InlineData("errors", "{}", 2002)]
    [InlineData("exceptions", "{}", 2002)]
    [InlineData("paths", "\"\"", 1_000_001)]
    [InlineData("pathHosts", "0", 1_000_001)]
    [InlineData("hosts", "\"\"", 100_001)]
    [InlineData("Timeline", "{}", 1_000_001)]
    public void A_list_that_becomes_more_objects_than_any_report_has_is_refused(string name, string item, int count)
    {
        string state = Compress(Encoding.UTF8.GetBytes($"{{\"{name}\":[{string.Join(',', Enumerable.Repeat(item, count))}]}}"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => ReportState.Parse(state));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Counts_that_cannot_be_added_up_are_refused()
    {
        var sum = new ReportBuilder(new ReportOptions());
        ReportState largest = ReportState.Parse(Compress("""{"bytes":100000000000000000}"""u8.ToArray()));
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Array.ForEach([.. Enumerable.Repeat(largest, 100)], sum.Add));
        Assert.Equal("Its counts, added to those of the reports before, exceed what any log can have.", refused.Message);
        Assert.InRange(sum.Build().Bytes, 1, long.MaxValue);
    }

    [Fact]
    public void What_was_counted_is_taken() =>
        Assert.Equal(SomeReport.OfSamples().Lines, ReportState.Of(SomeReport.OfSamples()).ToReport(ReportOptions.DefaultTop).Lines);

    [Fact]
    public void What_version_1_calls_things_is_read_for_ever()
    {
        const string State = """
            {"version":1,"paths":["app.log"],"formats":["access"],"bytes":170,"lines":3,"unparsed":2,"levels":[0,0,0,1,0,0,1,0],
            "errors":[{"mask":"order <*> lost","count":1,"level":6,"example":"order 7 lost","paths":[0]}],
            "urls":{"total":1,"maxUndercount":0,"counts":{"/orders":1}},"responseBytes":5,"durations":{"1500":1},"longestDuration":"00:00:00.0015000"}
            """;
        LogReport report = ReportState.Parse(Compress(Encoding.UTF8.GetBytes(State))).ToReport(ReportOptions.DefaultTop);
        Assert.Equal((170, 3, 2, 2, 1), (report.Bytes, report.Lines, report.Unparsed, report.Entries, report.Errors));
        Assert.Equal(("order <*> lost", "app.log"), (report.ErrorPatterns[0].Name, report.ErrorPatterns[0].Paths[0]));
        Assert.Equal(("/orders", 5, TimeSpan.FromMilliseconds(1.5)), (report.TopUrls[0].Url, report.ResponseBytes, report.ResponseTime!.Max));
    }

    [Fact]
    public void Exceptions_are_not_compared_with_those_of_an_older_module_that_did_not_count_them()
    {
        LogReport old = new ReportState { Lines = 1, Levels = [0, 0, 0, 0, 0, 0, 1] }.ToReport(ReportOptions.DefaultTop);
        var counted = new ReportState { Lines = 1, Levels = [0, 0, 0, 0, 0, 0, 1], Exceptions = [new("LostException at save", 100, LogLevel.Error, null, null, "lost", [])] };
        LogReport now = counted.ToReport(ReportOptions.DefaultTop);
        Assert.Equal(("LostException at save", nameof(ErrorGroupKey.Exception)), (Assert.Single(now.Exceptions).Name, now.Exceptions[0].By));
        Assert.Contains(ReportComparison.Compare(Local(), now), change => change is { Kind: LogChangeKind.Exception, Change: LogChangeType.New, Name: "LostException at save" });
        Assert.DoesNotContain(ReportComparison.Compare(WithoutExceptions(old), now), change => change.Kind == LogChangeKind.Exception);
    }

    [Fact]
    public void A_total_that_an_older_module_did_not_know_is_zero() =>
        Assert.Equal(0, ReportState.Parse(Compress("""{"lines":1,"levels":[1]}"""u8.ToArray())).ToReport(ReportOptions.DefaultTop).Unparsed);

    [Fact]
    public void Equal_paths_of_several_machines_stay_apart()
    {
        LogReport merged = Merge(Of("web1", "/var/log/app.log"), Of("web2", "/var/log/app.log"), Of("web2", "/var/log/app.log"));
        Assert.Equal("web1, web2", merged.Host);
        Assert.Equal(["web1:/var/log/app.log", "web2:/var/log/app.log"], merged.Paths);
        Assert.Equal(merged.Paths, merged.ErrorPatterns[0].Paths);
    }

    [Fact]
    public void The_order_and_the_steps_in_which_machines_are_merged_do_not_matter()
    {
        LogReport[] reports = [Of("web1", "/a"), Of("web2", "/a"), Of("db", "/b"), Local()];
        string expected = Describe(Merge(reports));
        Assert.Equal(expected, Describe(Merge(Enumerable.Reverse(reports))));
        Assert.Equal(expected, Describe(Merge(Merge(reports[..2]), Merge(reports[2..]))));
        Assert.Contains($"{ReportPaths.LocalHost}:/here", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_one_machine_are_shown_as_they_are()
    {
        LogReport merged = Merge(Of("web1", "/a"), Of("web1", "/b"));
        Assert.Equal(("web1", "/a /b"), (merged.Host, string.Join(' ', merged.Paths)));
        Assert.Equal((ReportPaths.LocalHost, "/here"), (Local().Host, string.Join(' ', Local().Paths)));
    }

    [Fact]
    public void A_report_of_nothing_was_made_here() => Assert.Equal(ReportPaths.LocalHost, SomeReport.Empty().Host);

    [Fact]
    public void A_state_of_a_version_that_did_not_note_machines_is_read()
    {
        ReportState old = new() { Lines = 1, Paths = ["/a"], Levels = [1], Errors = [new("lost", 1, LogLevel.Error, null, null, "lost", [0])] };
        LogReport report = old.ToReport(ReportOptions.DefaultTop);
        Assert.Equal((null, "/a", "/a"), (report.Host, Assert.Single(report.Paths), Assert.Single(report.ErrorPatterns[0].Paths)));
        LogReport merged = Merge(report, Of("web1", "/a"), Of("web2", "/a"));
        Assert.Equal(("web1, web2", "/a web1:/a web2:/a"), (merged.Host, string.Join(' ', merged.Paths)));
    }

    [Theory]
    [InlineData("""{"hosts":["web1"],"pathHosts":[7],"paths":["/a"]}""")]
    [InlineData("""{"hosts":["web1"],"pathHosts":[-9],"paths":["/a"]}""")]
    [InlineData("""{"hosts":["web1"],"pathHosts":[],"paths":["/a"]}""")]
    public void Machines_that_are_not_there_are_unknown(string state) =>
        Assert.Equal(["/a"], ReportState.Parse(Compress(Encoding.UTF8.GetBytes(state))).ToReport(ReportOptions.DefaultTop).Paths);

    private static LogReport WithoutExceptions(LogReport report)
    {
        string state = (ReportState.Of(report) with { Exceptions = null }).ToString();
        return new LogReport
        {
            Paths = [],
            Formats = [],
            Levels = [],
            ErrorPatterns = [],
            StatusCodes = [],
            Timeline = [],
            TopUrls = [],
            TopClients = [],
            MergeState = new LogMergeState { Data = state },
        };
    }

    private static string Describe(LogReport report) => $"{report.Host} {string.Join(' ', report.Paths)} {string.Join(' ', report.ErrorPatterns[0].Paths)}";

    private static LogReport Of(string host, string path) =>
        new ReportState { Lines = 1, Hosts = [host], Paths = [path], PathHosts = [0], Levels = [0, 0, 0, 0, 0, 0, 1], Errors = [new("lost", 1, LogLevel.Error, null, null, "lost", [0])] }
            .ToReport(ReportOptions.DefaultTop);

    private static LogReport Local()
    {
        var builder = new ReportBuilder(new ReportOptions());
        builder.AddFile("/here");
        return builder.Build();
    }

    private static LogReport Merge(params IEnumerable<LogReport> reports)
    {
        var builder = new ReportBuilder(new ReportOptions());
        foreach (LogReport report in reports)
        {
            builder.Add(report);
        }

        return builder.Build();
    }

    private static string Compress(byte[] json)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return Convert.ToBase64String(compressed.ToArray());
    }
}
