using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>A report says what broke and when, and nothing where nothing did.</summary>
public sealed class FindingTests
{
    private static readonly DateTimeOffset Outage = SomeTraffic.Start.AddDays(3).AddHours(14);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_outage_of_three_hours_in_a_week_is_told_with_its_times_and_its_cause(int seed)
    {
        LogReport report = new SomeTraffic(seed) { Break = (time, url) => IsIn(time, Outage, 3) && url == "/api/orders" ? 503 : 0 }.Report();
        LogFinding finding = Assert.Single(report.Findings);
        Assert.Equal(LogLevel.Error, finding.Level);
        Assert.InRange(finding.From, Outage.AddMinutes(-15), Outage.AddMinutes(15));
        Assert.InRange(finding.To, Outage.AddHours(3).AddMinutes(-15), Outage.AddHours(3).AddMinutes(15));
        Assert.EndsWith("503 on POST /api/orders", finding.Text, StringComparison.Ordinal);
        Assert.Contains(" on 15 May 1", finding.Text, StringComparison.Ordinal);
        Assert.InRange(finding.Count, 100, report.Errors);
        Assert.InRange(finding.Usual, 0, 10);
        Assert.Matches(@"^[1-9]\d{2} errors \(usually [1-9]\) on ", finding.Text);
    }

    [Theory]
    [InlineData(0.00005, 10_000)]
    [InlineData(0.0005, 10_000)]
    [InlineData(0.005, 10_000)]
    [InlineData(0.05, 10_000)]
    [InlineData(0.02, 300)]
    public void A_calm_log_has_no_findings_however_its_load_swings(double errorRate, int perDay)
    {
        foreach (int seed in Enumerable.Range(1, 8))
        {
            Assert.Empty(new SomeTraffic(seed) { ErrorRate = errorRate, PerDay = perDay, Swing = 0.99 }.Report().Findings);
        }
    }

    [Fact]
    public void A_busy_hour_is_no_outage()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 240).Select(i => (i, Entries: i is >= 100 and < 110 ? 4000 : 200, Errors: i is >= 100 and < 110 ? 40 : 2)));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void What_happens_again_and_again_is_usual()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 240).Select(i => (i, Entries: 100, Errors: i % 3 == 0 ? 20 : 0)));
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(11)]
    public void A_log_that_is_too_short_to_have_a_usual_has_no_findings(int seconds) => Assert.Empty(SomeReport.Of(
        Enumerable.Range(0, seconds).SelectMany(i => Enumerable.Repeat((SomeTraffic.Start.AddSeconds(i), i == seconds - 1 ? 500 : 200), 50))).Findings);

    [Fact]
    public void An_outage_in_which_fewer_come_is_found_too()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 600).Select(i => (i, Entries: i is >= 300 and < 330 ? 10 : 200, Errors: i is >= 300 and < 330 ? 9 : 1)));
        LogFinding finding = Assert.Single(report.Findings);
        Assert.Equal((SomeTraffic.Start.AddMinutes(300), SomeTraffic.Start.AddMinutes(330), 270), (finding.From, finding.To, finding.Count));
        Assert.Equal("270 errors (usually 30) on 12 May 05:00 to 05:30, all 500 on GET /a", finding.Text);
    }

    [Fact]
    public void One_of_few_errors_in_each_minute_is_found_too()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 600).Select(i => (i, Entries: 1, Errors: i is >= 300 and < 330 ? 1 : 0)));
        Assert.Equal("All 30 errors on 12 May 05:00 to 05:30, all 500 on GET /a", Assert.Single(report.Findings).Text);
    }

    [Fact]
    public void One_that_has_not_ended_is_told_as_such()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 600).Select(i => (i, Entries: 100, Errors: i >= 570 ? 20 : 0)));
        Assert.Equal("All 600 errors since 12 May 09:30, all 500 on GET /a", Assert.Single(report.Findings).Text);
    }

    [Fact]
    public void Where_hardly_any_are_usual_numbers_are_told()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 600).Select(i => (i, Entries: 100, Errors: i is >= 300 and < 310 ? 20 : i == 7 ? 2 : 0)));
        Assert.Equal("200 of 202 errors on 12 May 05:00 to 05:10, all 500 on GET /a", Assert.Single(report.Findings).Text);
    }

    [Fact]
    public void What_is_less_than_one_in_such_a_time_is_told_by_the_day_where_the_log_has_one()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 4 * 1440).Select(i => (i, Entries: 1, Errors: i is >= 3000 and < 3060 || i % 720 == 7 ? 1 : 0)));
        Assert.Equal("60 of 68 errors (usually 2 a day) on 14 May 02:00 to 03:00, all 500 on GET /a", Assert.Single(report.Findings).Text);
    }

    [Fact]
    public void Several_are_told_together()
    {
        LogReport report = OfErrors(Enumerable.Range(0, 1400).Select(i => (i, Entries: 100, Errors: i % 240 == 60 ? (i == 540 ? 90 : 60) : i % 10 == 0 ? 1 : 0)));
        LogFinding finding = Assert.Single(report.Findings);
        Assert.StartsWith("Errors peak 6 times, most on 12 May 09:0", finding.Text, StringComparison.Ordinal);
        Assert.Matches(@": 9\d \(usually \d+ an hour\), all ", finding.Text);
    }

    [Fact]
    public void Warnings_that_stand_out_by_themselves_are_told()
    {
        LogReport report = new SomeTraffic(1) { Break = (time, _) => IsIn(time, Outage, 2) ? 404 : 0 }.Report();
        LogFinding finding = Assert.Single(report.Findings);
        Assert.Equal(LogLevel.Warning, finding.Level);
        Assert.Contains(" warnings on 15 May 14:00 to 16:00, all requests with a status of 4xx", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cause_is_what_most_have_in_common()
    {
        DateTimeOffset end = Outage.AddHours(3);
        string[] causes = [.. new Func<string, int>[] { url => url == "/api/orders" ? 503 : 502, url => url == "/api/orders" ? 503 : url.EndsWith('7') ? 500 : 502 }
            .Select(statusOf => new SomeTraffic(1) { Break = (time, url) => time >= Outage && time < end ? statusOf(url) : 0 }.Report().Findings[0].Cause!)];
        Assert.Equal(["502 on GET /api/customers/<*>", "502 on GET /api/customers/<*>"], causes);
    }

    [Fact]
    public void Merged_reports_find_what_one_over_all_finds()
    {
        var traffic = new SomeTraffic(3) { Break = (time, url) => IsIn(time, Outage, 3) && url == "/api/orders" ? 503 : 0 };
        LogReport whole = traffic.Report();
        var merged = new ReportBuilder(new ReportOptions());
        merged.Add(whole);
        Assert.Equal(whole.Findings.Select(Describe), merged.Build().Findings.Select(Describe));
        Assert.NotEmpty(whole.Findings);
    }

    [Fact]
    public void Entries_that_are_in_no_chart_are_told()
    {
        LogReport report = SomeReport.Of([.. Enumerable.Range(0, 200).Select(i => (SomeTraffic.Start.AddSeconds(i), 200)), (DateTimeOffset.UnixEpoch, 200)]);
        Assert.Equal("1 entry is dated 1970-01-01, far from all others, and in no chart.", Assert.Single(report.Notes));
        Assert.Equal((201, 200, 1970), (report.Entries, report.Timeline.Sum(bucket => bucket.Entries), report.From!.Value.Year));
    }

    [Fact]
    public void What_a_log_says_is_escaped_in_the_sentence()
    {
        var finding = new LogFinding { Summary = "All 20 errors since 12 May 09:30", Cause = "\"\x1b[31m\"", Count = 20, CauseCount = 15 };
        Assert.Equal("All 20 errors since 12 May 09:30, mostly \"\\x1b[31m\"", finding.ToString());
    }

    private static bool IsIn(DateTimeOffset time, DateTimeOffset start, int hours) => time >= start && time < start.AddHours(hours);

    private static string Describe(LogFinding finding) => $"{finding.Text} {finding.From:O} {finding.To:O} {finding.Count} {finding.Usual} {finding.CauseCount}";

    /// <summary>A report of some minutes, each with a number of entries and, among them, errors.</summary>
    private static LogReport OfErrors(IEnumerable<(int Minute, int Entries, int Errors)> minutes)
    {
        var report = new ReportBuilder(new ReportOptions());
        foreach ((int minute, int entries, int errors) in minutes)
        {
            for (int i = 0; i < entries; i++)
            {
                DateTimeOffset time = SomeTraffic.Start.AddMinutes(minute).AddSeconds(i * 59.0 / entries);
                report.Add(new LogStatusCode { Code = i < errors ? 500 : 200, Method = "GET", Url = "/a", Timestamp = time, Text = "request" });
            }
        }

        return report.Build();
    }
}
