using System.Globalization;
using System.Text.Json;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class ReportBuilderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Reports_of_parts_merge_to_the_report_of_the_whole_in_any_order(int seed)
    {
        var random = new Random(seed);
        string[] lines = [.. Enumerable.Range(0, random.Next(1, 800)).Select(i => SomeLine(random, i))];
        int[] cuts = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(lines.Length + 1)).Append(0).Append(lines.Length).Order()];
        LogReport[] parts = [.. cuts.Zip(cuts.Skip(1), (from, to) => ReportOf(lines[from..to]))];
        random.Shuffle(parts);
        var merged = new ReportBuilder(new ReportOptions());
        Array.ForEach(parts, merged.Add);
        Assert.Equal(JsonSerializer.Serialize(ReportOf(lines)), JsonSerializer.Serialize(merged.Build()));
    }

    [Fact]
    public void Percentiles_are_within_one_percent_and_the_longest_is_exact()
    {
        var random = new Random(1);
        TimeSpan[] times = [.. Enumerable.Range(0, 10_000).Select(_ => TimeSpan.FromMicroseconds((long)Math.Exp(random.NextDouble() * 18)))];
        LogPercentiles found = ReportOf([.. times.Select(time => $"192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 200 1 {time.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture)}")]).ResponseTime!;
        Array.Sort(times);
        Assert.All(
            new[] { (0.5, found.P50), (0.9, found.P90), (0.95, found.P95), (0.99, found.P99) },
            pair => Assert.InRange(pair.Item2 / times[(int)Math.Ceiling(pair.Item1 * times.Length) - 1], 1, 1.01));
        Assert.Equal((times[^1], 10_000L), (found.Max, found.Count));
    }

    [Fact]
    public void What_is_no_utf8_and_what_is_cut_within_a_character_is_counted_and_merges()
    {
        var report = new ReportBuilder(new ReportOptions());
        var parser = new LogParser(new LineSource("app.log"), report);
        foreach (byte[] url in new byte[][] { [0xFF], [0xFE], [.. Enumerable.Repeat((byte)'a', HeavyHitters.MaxLength - 2), .. "😀b"u8] })
        {
            byte[] line = [.. "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET /"u8, .. url, .. " HTTP/1.1\" 200 1"u8];
            parser.Handle(new RawLine(line, 0, line.Length + 1));
        }

        var strings = new LinePipeline(new LineSource("app.log"), report);
        strings.PushText("ERROR " + new string('a', GroupExample.MaxMessage - 1) + "😀b");
        LogReport one = report.Build();
        var merged = new ReportBuilder(new ReportOptions());
        merged.Add(one);
        Assert.Equal([2L, 1L], one.TopUrls.Select(url => url.Count));
        Assert.Equal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(merged.Build()));
    }

    [Fact]
    public void The_most_frequent_urls_are_found_among_any_number_of_others()
    {
        var random = new Random(1);
        string[] urls = [.. Enumerable.Range(0, 200_000).Select(i => i % 10 == 0 ? "/busy?page=" + i : i % 25 == 1 ? "/often" : "/once/" + Words(i))];
        random.Shuffle(urls);
        LogUrlCount[] top = ReportOf([.. urls.Select(url => $"192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET {url} HTTP/1.1\" 200 1")]).TopUrls;
        Assert.Equal(["/busy", "/often"], top.Take(2).Select(url => url.Url));
        Assert.All(top.Zip([20_000L, 8000L]), pair => Assert.InRange(pair.Second, pair.First.Count, pair.First.Count + pair.First.MaxUndercount));
        Assert.InRange(top[0].MaxUndercount, 1, 2 * urls.Length / RequestCounter.MaxExact);
    }

    [Fact]
    public void A_report_of_very_many_different_messages_urls_and_clients_stays_below_one_megabyte()
    {
        LogReport report = ReportOf([.. Enumerable.Range(0, 50_000).Select(i =>
            $"{Words(i)} - - [24/Jan/2025:07:00:30 +0000] \"GET /{Words(i * 7)}/{Words(i * 11)} HTTP/1.1\" 500 1 0.{i:D6}")]);
        Assert.InRange(report.MergeState!.Data.Length, 10_000, 1_000_000);
        Assert.Equal(50_000, report.Errors);
    }

    [Fact]
    public void Warnings_have_patterns_but_for_those_of_the_clients_requests()
    {
        LogReport report = ReportOf(
        [
            "2025-01-24T07:00:30Z WARN [main] shop: stock of article 17 is low",
            "2025-01-24T07:00:31Z WARN [main] shop: stock of article 18 is low",
            "{\"time\":\"2025-01-24T07:00:32Z\",\"level\":\"warn\",\"status\":200,\"method\":\"GET\",\"url\":\"/cart\",\"msg\":\"slow response\"}",
            "192.0.2.7 - - [24/Jan/2025:07:00:33 +0000] \"GET /none HTTP/1.1\" 404 17",
        ]);
        Assert.Equal(["2 stock of article <num> is low", "1 slow response"], report.WarningPatterns.Select(pattern => pattern.ToString()));
        Assert.Equal((2, 4, "GET /none"), (report.WarningPatternCount, report.Warnings, Assert.Single(report.FailingUrls).Name));
    }

    [Fact]
    public void Exceptions_are_bounded_and_what_is_given_up_is_counted()
    {
        LogReport report = ReportOf([.. Enumerable.Range(0, 50_000).Select(i => $"ERROR lost: com.shop.{(i % 2 == 0 ? "Lost" : $"C{i}")}Exception: {i}")]);
        Assert.InRange(report.MergeState!.Data.Length, 1000, 1_000_000);
        Assert.Equal(("com.shop.LostException", 25_000), (report.Exceptions[0].Name, report.Exceptions[0].Count));
        var merged = new ReportBuilder(new ReportOptions { Top = int.MaxValue });
        merged.Add(report);
        LogErrorGroup[] all = merged.Build().Exceptions;
        Assert.Equal((50_000, "(other exceptions)", 1001), (all.Sum(exception => exception.Count), all[^1].Name, all.Length));
    }

    [Fact]
    public void A_report_of_nothing_is_empty_and_not_wrong()
    {
        LogReport report = ReportOf([]);
        Assert.Equal((0L, 0L, 0.0), (report.Lines, report.Entries, report.ErrorRate));
        Assert.Null(report.From);
        Assert.Null(report.ResponseBytes);
        Assert.Null(report.ResponseTime);
        Assert.Empty(report.Timeline);
        Assert.Empty(report.ErrorPatterns);
        Assert.Empty(report.TopUrls);
    }

    private static LogReport ReportOf(string[] lines)
    {
        var report = new ReportBuilder(new ReportOptions());
        var strings = new LinePipeline(new LineSource("app.log"), report);
        Array.ForEach(lines, strings.PushText);
        return report.Build();
    }

    /// <summary>A name of letters only, another for each number.</summary>
    private static string Words(int number) => string.Concat(number.ToString("D8", CultureInfo.InvariantCulture).Select(digit => "abcdefghij"[digit - '0']));

    private static string SomeLine(Random random, int i)
    {
        DateTime time = new DateTime(2025, 1, 24, 7, 0, 0).AddSeconds(i * random.Next(1000));
        return random.Next(5) switch
        {
            0 => $$"""{"time":"{{time:s}}Z","level":{{random.Next(7) * 10}},"msg":"order {{i}} of {{Words(random.Next(20))}} failed"}""",
            1 => $"192.0.2.{random.Next(9)} - - [{time.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)} +0000] \"GET /{random.Next(5)}/{Words(random.Next(9))}?q={i} HTTP/1.1\" {random.Next(100, 600)} {random.Next(9999)} 0.{random.Next(999)}",
            2 => $"{time.ToString("s", CultureInfo.InvariantCulture)}.{random.Next(999):D3}+02:00 ERROR session opened for user {Words(random.Next(12))}",
            3 => $"ERROR order {i}: com.shop.{char.ToUpperInvariant(Words(random.Next(20))[0])}Exception: lost",
            _ => "ERROR: text",
        };
    }
}
