using System.Globalization;
using System.Text.Json;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class ReportBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Reports_of_parts_merge_to_the_report_of_the_whole(int seed)
    {
        var random = new Random(seed);
        string[] lines = [.. Enumerable.Range(0, 400).Select(i => SomeLine(random, i))];
        int cut = random.Next(lines.Length);
        var merged = new ReportBuilder();
        merged.Add(ReportOf(lines[..cut]));
        merged.Add(ReportOf(lines[cut..]));
        Assert.Equal(JsonSerializer.Serialize(ReportOf(lines)), JsonSerializer.Serialize(merged.Build()));
    }

    [Fact]
    public void A_report_of_nothing_is_empty_and_not_wrong()
    {
        LogReport report = ReportOf([]);
        Assert.Equal((0L, 0L, 0.0), (report.Lines, report.Entries, report.ErrorRate));
        Assert.Null(report.From);
        Assert.Null(report.ResponseBytes);
        Assert.Empty(report.Timeline);
    }

    private static LogReport ReportOf(string[] lines)
    {
        var report = new ReportBuilder();
        var strings = new StringLines("app.log", report);
        Array.ForEach(lines, strings.Add);
        return report.Build();
    }

    private static string SomeLine(Random random, int i)
    {
        DateTime time = new DateTime(2025, 1, 24, 7, 0, 0).AddSeconds(i * random.Next(1000));
        return random.Next(3) switch
        {
            0 => $$"""{"time":"{{time:s}}Z","level":{{random.Next(7) * 10}},"msg":"x"}""",
            1 => $"192.0.2.7 - - [{time.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)} +0000] \"GET / HTTP/1.1\" {random.Next(100, 600)} {random.Next(9999)}",
            _ => "ERROR: text",
        };
    }
}
