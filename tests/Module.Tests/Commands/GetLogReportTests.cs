using System.Globalization;
using System.IO.Compression;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class GetLogReportTests : IClassFixture<ModuleSession>, IDisposable
{
    /// <summary>What becomes of an object that a job, a file or another machine gives back.</summary>
    private const string ThereAndBack = "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_))";

    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public GetLogReportTests(ModuleSession session)
    {
        _session = session;
        _folder.Write(
            "app.log",
            "2025-01-24T07:00:10.123Z INFO [main] shop: started",
            "2025-01-24T07:00:20.456Z ERROR [main] shop: could not read order 17",
            "java.lang.IllegalStateException: order 17",
            "\tat shop.Orders.read(Orders.java:17)",
            "2025-01-24T07:01:30.789Z ERROR [main] shop: could not read order 18",
            "2025-01-24T07:02:30.001Z WARN [main] shop: slow",
            "2025-01-24T09:02:30.001Z INFO [main] shop: stopped");
        _folder.Write(
            "access.log",
            "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET /orders/17?full=1 HTTP/1.1\" 500 90 0.250",
            "192.0.2.7 - - [24/Jan/2025:07:00:31 +0000] \"GET /orders/17 HTTP/1.1\" 200 10 0.010",
            "192.0.2.8 - - [24/Jan/2025:07:00:32 +0000] \"GET /cart HTTP/1.1\" 503 0 0.020",
            "192.0.2.7 - - [24/Jan/2025:07:00:33 +0000] \"GET /none HTTP/1.1\" 404 5 0.030");
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Fact]
    public void A_report_tells_patterns_urls_clients_and_response_times()
    {
        LogReport report = Report("Get-LogReport *.log");
        Assert.Equal(["2 could not read order <*>", "1 GET /cart 503", "1 GET /orders/<*> 500"], report.ErrorPatterns.Select(pattern => pattern.ToString()));
        Assert.Equal(["2 /orders/17", "1 /cart", "1 /none"], report.TopUrls.Select(url => url.ToString()));
        Assert.Equal(["3 192.0.2.7", "1 192.0.2.8"], report.TopClients.Select(client => client.ToString()));
        Assert.Equal((105L, 4L, TimeSpan.FromMilliseconds(250)), (report.ResponseBytes, report.ResponseTime!.Count, report.ResponseTime.Max));
        Assert.InRange(report.ResponseTime.P50 / TimeSpan.FromMilliseconds(20), 1, 1.01);
        Assert.Equal(["200 1", "404 1", "500 1", "503 1"], report.StatusCodes.Select(code => code.ToString()));
    }

    [Theory]
    [InlineData("Get-ChildItem *.log | Get-LogReport")]
    [InlineData("Get-Content *.log | Get-LogReport")]
    [InlineData("Get-LogEntry *.log | Get-LogReport")]
    [InlineData("Watch-LogFile *.log -NoFollow | Get-LogReport")]
    [InlineData("Get-LogReport access.log, app.log")]
    [InlineData("Get-LogReport app.log, access.log")]
    [InlineData("$(Get-LogReport app.log; Get-LogReport access.log) | Get-LogReport")]
    [InlineData("$(Get-LogReport access.log; Get-LogReport app.log) | Get-LogReport | Get-LogReport")]
    public void The_same_bytes_give_the_same_report_however_they_come(string script) =>
        Assert.Equal(Json(Report("Get-LogReport *.log")), Json(Report(script)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Any_split_of_a_log_into_files_gives_the_same_report(int seed)
    {
        var random = new Random(seed);
        string[] entries = [.. Enumerable.Range(0, 300).Select(i => SomeEntry(random, i))];
        _folder.Write("whole/all.log", entries);
        int from = 0;
        while (from < entries.Length)
        {
            int to = Math.Min(entries.Length, from + random.Next(1, 120));
            _folder.Write($"parts/{from:D4}.log", entries[from..to]);
            from = to;
        }

        string[] differ = ["Paths", "ErrorPatterns", "MergeState"];
        LogReport whole = Report("Get-LogReport whole/*.log");
        string[] scripts =
        [
            "Get-LogReport parts/*.log",
            "Get-Content parts/*.log | Get-LogReport",
            "Get-ChildItem parts/*.log | ForEach-Object { Get-LogReport $_.FullName } | Get-LogReport",
            $"Get-ChildItem parts/*.log | ForEach-Object {{ Get-LogReport $_.FullName }} | ForEach-Object {{ {ThereAndBack} }} | Get-LogReport",
        ];
        foreach (string script in scripts)
        {
            LogReport parts = Report(script);
            Assert.Equal(Json(whole, differ), Json(parts, differ));
            Assert.Equal(
                whole.ErrorPatterns.Select(pattern => (pattern.Name, pattern.Count, pattern.Percent, pattern.First, pattern.Last, pattern.Example)),
                parts.ErrorPatterns.Select(pattern => (pattern.Name, pattern.Count, pattern.Percent, pattern.First, pattern.Last, pattern.Example)));
        }
    }

    [Theory]
    [InlineData("Get-LogReport access.log", "Get-LogReport app.log")]
    [InlineData("Get-LogStatusCode access.log", "Get-LogReport app.log")]
    public void What_comes_back_from_jobs_and_files_merges_like_what_was_never_away(string first, string second)
    {
        string[] differ = first.StartsWith("Get-LogStatusCode", StringComparison.Ordinal) ? ["Formats", "MergeState", "ErrorPatterns"] : [];
        LogReport here = Report($"$({first}; {second}) | Get-LogReport");
        LogReport back = Report($"$({first}; {second}) | ForEach-Object {{ {ThereAndBack} }} | Get-LogReport");
        Assert.Equal(Json(here, differ), Json(back, differ));
        Assert.Equal(Json(Report("Get-LogReport *.log"), differ), Json(back, differ));
    }

    [Theory]
    [InlineData("Get-LogEntry app.log", 5, 2, 7)]
    [InlineData("Measure-LogErrors app.log", 5, 2, 7)]
    [InlineData("Measure-LogErrors access.log -By Pattern", 2, 2, 2)]
    [InlineData("Measure-LogErrors access.log -By StatusCode", 2, 2, 2)]
    [InlineData("Get-LogStatusCode access.log -Summary", 4, 2, 4)]
    public void It_takes_what_the_other_commands_write_also_when_it_comes_back(string script, int entries, int errors, int lines)
    {
        foreach (string trip in new[] { "$_", ThereAndBack })
        {
            LogReport report = Report($"{script} | ForEach-Object {{ {trip} }} | Get-LogReport");
            Assert.Equal((entries, errors, lines), ((int)report.Entries, (int)report.Errors, (int)report.Lines));
        }
    }

    [Fact]
    public void Summaries_of_many_machines_add_up_also_when_they_come_back()
    {
        foreach (string trip in new[] { "$_", ThereAndBack })
        {
            LogErrorSummary total = _session.Invoke($"Measure-LogErrors *.log | ForEach-Object {{ {trip} }} | Measure-LogErrors").Of<LogErrorSummary>().Single();
            Assert.Equal((11L, 9L, 4L, 2L), (total.Lines, total.Entries, total.Errors, total.Warnings));
            Assert.Equal(new DateTimeOffset(2025, 1, 24, 7, 1, 30, 789, TimeSpan.Zero), total.LastError);
            Assert.Equal("could not read order 18", total.LastMessage);
        }
    }

    [Theory]
    [InlineData("-Since '2025-01-24T07:01:00Z'", 3, 1)]
    [InlineData("-Until '2025-01-24T07:01:00Z'", 2, 1)]
    [InlineData("-Since '2025-01-24T07:00:20Z' -Until '2025-01-24T07:01:00Z'", 1, 1)]
    public void Only_the_span_of_time_that_was_asked_for_counts(string arguments, int entries, int errors)
    {
        foreach (string script in new[] { $"Get-LogReport app.log {arguments}", $"Get-Content app.log | Get-LogReport {arguments}" })
        {
            LogReport report = Report(script);
            Assert.Equal((entries, errors), ((int)report.Entries, (int)report.Errors));
        }
    }

    [Fact]
    public void Buckets_are_as_wide_as_was_asked_for()
    {
        LogReport report = Report("Get-LogReport app.log -BucketSize 10m");
        Assert.Equal((TimeSpan.FromMinutes(10), 13), (report.BucketSize, report.Timeline.Length));
        Assert.Equal((4L, 0L, 1L), (report.Timeline[0].Entries, report.Timeline[1].Entries, report.Timeline[^1].Entries));
    }

    [Fact]
    public void Lists_are_as_long_as_was_asked_for_and_nothing_is_lost_to_merging()
    {
        LogReport merged = Report("Get-ChildItem *.log | ForEach-Object { Get-LogReport $_.FullName -Top 1 } | Get-LogReport");
        Assert.Equal(3, merged.TopUrls.Length);
        Assert.Single(Report("Get-LogReport *.log -Top 1").TopUrls);
    }

    [Fact]
    public void Every_writes_a_report_for_each_window_of_log_time()
    {
        var reports = _session.Invoke("Get-LogReport app.log -Every 1h").Of<LogReport>().ToList();
        Assert.Equal([(4L, 2L), (1L, 0L)], reports.Select(report => (report.Entries, report.Errors)));
    }

    [Theory]
    [InlineData("Get-LogReport app.log -BucketSize 1500ms", "DurationNotWholeSeconds")]
    [InlineData("Get-LogReport app.log -Every 0", "DurationNotPositive")]
    public void Spans_of_time_that_make_no_sense_are_refused(string script, string id)
    {
        ErrorRecord error = _session.Invoke($"try {{ {script} }} catch {{ $_ }}").Output.Select(item => (ErrorRecord)item.BaseObject).Single();
        Assert.Equal((id, ErrorCategory.InvalidArgument), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
    }

    [Fact]
    public void Counts_are_not_split_by_time_and_say_so()
    {
        ModuleSession.Result result = _session.Invoke("$(Get-LogReport app.log; Measure-LogErrors app.log) | Get-LogReport -Since -1h");
        Assert.Equal(["CannotSplitByTime", "CannotSplitByTime"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("AAAA")]
    [InlineData("{\"version\":2}")]
    [InlineData("{\"levels\":\"many\"}")]
    [InlineData("{\"paths\":null}")]
    [InlineData("{\"errors\":[null]}")]
    [InlineData("{\"errors\":[{\"mask\":\"x\",\"count\":1}]}")]
    [InlineData("{\"urls\":{\"counts\":null}}")]
    [InlineData("null")]
    public void A_report_that_cannot_be_used_is_reported_and_the_rest_is_merged(string? state)
    {
        // What looks like JSON is packed as the module does it.
        state = state?.StartsWith('{') == true || state == "null" ? Pack(state) : state;
        var broken = new LogReport { Paths = [], Formats = [], Levels = [], ErrorPatterns = [], StatusCodes = [], Timeline = [], TopUrls = [], TopClients = [], MergeState = state };
        ModuleSession.Result result = _session.Invoke("$($args[0]; Get-LogReport app.log) | Get-LogReport", broken);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(("UnusableReport", ErrorCategory.InvalidData, broken), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(5, ((LogReport)result.Output.Single().BaseObject).Entries);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-1", "'00:00:00'")]
    [InlineData("1", "'01:00:00'")]
    [InlineData("[long]::MaxValue", "'00:00:00'")]
    [InlineData("638733000000000000", "'99:00:00'")]
    [InlineData("638733000000000000", "[timespan]::MinValue")]
    [InlineData("638733000000000000", "'00:00:01'")]
    public void A_time_that_cannot_be_is_none_wherever_it_came_from(string ticks, string offset)
    {
        LogReport report = Report(
            $"[pscustomobject] @{{ PSTypeName = 'Deserialized.LogAnalysis.LogStatusCode'; Code = 503; Text = 'x'; Timestamp = [pscustomobject] @{{ Ticks = {ticks}; Offset = [timespan] {offset} }} }} | Get-LogReport");
        Assert.Equal((1, null), (report.Errors, report.From));
    }

    private static string Json(LogReport report, params string[] without)
    {
        var properties = JsonSerializer.SerializeToElement(report).EnumerateObject().Where(property => !without.Contains(property.Name));
        return JsonSerializer.Serialize(properties.ToDictionary(property => property.Name, property => property.Value));
    }

    private static string SomeEntry(Random random, int i)
    {
        DateTime time = new DateTime(2025, 1, 24, 7, 0, 0).AddSeconds(i * 7);
        return random.Next(3) switch
        {
            0 => $"{time:s}.{i:D3}Z ERROR [main] shop: session closed for user {(char)('a' + random.Next(10))}nn\njava.lang.IllegalStateException: {i}\n\tat shop.Orders.read(Orders.java:{i})",
            1 => $"192.0.2.{random.Next(5)} - - [{time.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)} +0000] \"GET /{random.Next(3)}/cart?i={i} HTTP/1.1\" {(random.Next(2) == 0 ? 200 : 503)} {i} 0.{i:D3}",
            _ => $$"""{"time":"{{time:s}}Z","level":"warn","msg":"slow {{i}}"}""",
        };
    }

    private static string Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(json));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private LogReport Report(string script) => _session.Invoke(script).Of<LogReport>().Single();
}
