using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>What a report says of its times, and of what it lacks.</summary>
public sealed class ReportNotesTests
{
    private const string Zone = "Times that state no zone are read as Europe/Berlin.";
    private const string Year = "Times state no year; the file's own date decides.";

    [Theory]
    [InlineData("2025-01-24 07:00:30,139 ERROR [main] shop: lost", Zone)]
    [InlineData("2025-01-24T07:00:30Z ERROR [main] shop: lost")]
    [InlineData("2025-01-24T07:00:30+01:00 ERROR [main] shop: lost")]
    [InlineData("Jan 24 07:00:30 host app[5]: error: lost", Zone, Year)]
    [InlineData("Feb 29 07:00:30 host app[5]: error: lost", Zone, Year)]
    [InlineData("192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 500 91")]
    [InlineData("{\"time\":\"2025-01-24T07:00:30.1Z\",\"level\":\"error\",\"msg\":\"lost\"}")]
    [InlineData("{\"ts\":1737702030.1,\"level\":\"error\",\"msg\":\"lost\"}")]
    [InlineData("ERROR lost")]
    public void A_report_says_what_its_times_leave_unsaid(string line, params string[] notes) => Assert.Equal(notes, ReportOf(line).Build().Notes);

    [Theory]
    [InlineData("2025-01-24 07:00:39 CET WARN [main] shop: late", "2025-01-24 07:00:39,071 WARN [main] shop: late", Zone)]
    [InlineData("2025-01-24 07:00:39 CET ERROR [main] shop: late", "2025-01-24 07:00:39 XYZ ERROR [main] shop: late", Zone)]
    [InlineData("Jan 24 07:00:30.139 host app[5]: error: lost", "Jan 24 07:00:30 UTC host app[5]: error: lost", Zone, Year)]
    public void Times_of_the_same_length_may_say_more_or_less(string one, string other, params string[] notes)
    {
        Assert.Equal(notes, ReportOf(one, other).Build().Notes);
        Assert.Equal(notes, ReportOf(other, one).Build().Notes);
    }

    [Fact]
    public void Declared_times_in_UTC_are_not_assumed() =>
        Assert.Empty(ReportOf("#Fields: date time cs-method cs-uri-stem sc-status", "2025-01-24 07:00:30 GET /cart 500").Build().Notes);

    [Fact]
    public void Files_that_were_not_read_are_named_with_the_reason()
    {
        ReportBuilder report = ReportOf("2025-01-24T07:00:30Z ERROR lost");
        report.Add(new LogFileException(LogFileErrorKind.Binary, "/var/log/\u001b[31mwtmp"));
        report.Add(new LogFileException(LogFileErrorKind.AccessDenied, "/var/log/auth.log"));
        report.Add(new LogFileException(LogFileErrorKind.Truncated, "/var/log/app.log", bytesRead: 17));
        string[] expected =
        [
            "2 files were not read: /var/log/\\x1b[31mwtmp (it is not text), /var/log/auth.log (access denied).",
            "1 file was read in part: /var/log/app.log (it became shorter meanwhile).",
        ];
        Assert.Equal(expected, report.Build().Notes);
    }

    [Fact]
    public void Of_many_files_that_were_not_read_five_are_named()
    {
        ReportBuilder report = ReportOf("2025-01-24T07:00:30Z ERROR lost");
        for (int i = 0; i < 17; i++)
        {
            report.Add(new LogFileException(LogFileErrorKind.Locked, $"{i:00}.log"));
        }

        string note = Assert.Single(report.Build().Notes);
        Assert.StartsWith("17 files were not read: 00.log (locked by another process), ", note, StringComparison.Ordinal);
        Assert.EndsWith("04.log (locked by another process) and 12 more.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_the_same_when_reports_merge()
    {
        ReportBuilder one = ReportOf("2025-01-24 07:00:30,139 ERROR [main] shop: lost");
        one.Add(new LogFileException(LogFileErrorKind.Locked, "a.log"));
        var merged = new ReportBuilder(new ReportOptions());
        merged.Add(one.Build());
        merged.Add(ReportOf("Jan 24 07:00:30 host app[5]: error: lost").Build());
        Assert.Equal([Zone, Year, "1 file was not read: a.log (locked by another process)."], merged.Build().Notes);
    }

    private static ReportBuilder ReportOf(params string[] lines)
    {
        var report = new ReportBuilder(new ReportOptions());
        var conventions = new TimeConventions(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), default);
        var strings = new LinePipeline(new LineSource(null) { Conventions = conventions }, report);
        Array.ForEach(lines, strings.PushText);
        strings.Complete();
        return report;
    }
}
