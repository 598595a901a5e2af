using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>The page says what the report says, and nothing that a log says can come alive in it.</summary>
public sealed class HtmlReportTests
{
    private const string Title = "\x1b]0;title\x07";

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>", "</style><style>*{}</style>", "</title><b>", "&lt;script&gt;",
        "]]><!--", Title, "\u202Eevil\u202C", "\u200Bhidden\uFEFF", "\U000E0041tag", "\0\r\x85", "javascript:alert(1)", "\uD800",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_a_log_says_is_text_wherever_it_stands(string evil)
    {
        LogReport report = ReportOf(
            $"/logs/{evil}.log",
            $"2025-01-24 07:00:30 ERROR {evil} failed {evil}",
            $"1.2.3.4{evil} - - [17/May/2025:10:05:03 +0000] \"GET /{evil} HTTP/1.1\" 500 17",
            $"{{\"@t\":\"2025-01-24T07:00:30Z\",\"@l\":\"Fatal\",\"@m\":\"{evil.Replace("\"", "\\\"", StringComparison.Ordinal)}\",\"StatusCode\":503,\"RequestPath\":\"/{evil.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}");
        string page = PageOf(report);
        XElement root = Parse(page);
        string[] allowed =
        [
            "html", "head", "meta", "title", "style", "body", "main", "header", "section", "p", "h1", "h2", "dl", "div", "dt", "dd", "data", "time", "figure", "figcaption",
            "strong", "span", "svg", "g", "rect", "text", "path", "details", "summary", "nav", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "i", "b",
        ];
        Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.All(root.Descendants().Attributes("href"), link => Assert.Contains(link.Value, root.Descendants("h2").Select(heading => "#" + heading.Attribute("id")?.Value)));
        Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(page)).EnumerateRunes(),
            character => character.Value != '\n' && Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format);
    }

    [Fact]
    public void Its_figures_are_those_of_the_report()
    {
        LogReport report = SampleReport();
        XElement page = Parse(PageOf(report));
        Assert.Equal(report.Entries, Figure(page, "Entries"));
        Assert.Equal(report.Errors, Figure(page, "Errors"));
        Assert.Equal(report.Warnings, Figure(page, "Warnings"));
        Assert.Equal(report.Lines, Figure(page, "Lines"));
        Assert.Equal(report.Bytes, Figure(page, "Bytes"));
        Assert.Equal(report.ResponseBytes, Figure(page, "ResponseBytes"));
        Assert.All(report.Levels, level => Assert.Equal(level.Count, Figure(Row(page, $"Levels:{level.Level}"), "Count")));
        Assert.All(report.StatusCodes, status => Assert.Equal(status.Count, Figure(Row(page, $"StatusCodes:{status.Code}"), "Count")));
        int[] known = [.. Enumerable.Range(0, report.Timeline.Length).Where(i => report.Timeline[i].Entries > 0)];
        Assert.Equal(known.Select(i => report.Timeline[i].Entries), known.Select(i => Figure(Row(page, $"Timeline:{i}"), "Entries")));
        Assert.Equal(known.Select(i => report.Timeline[i].Redirects), known.Select(i => Figure(Row(page, $"Timeline:{i}"), "3xx")));
        Assert.Equal(report.ErrorPatterns.Select(pattern => pattern.Count), report.ErrorPatterns.Select((_, i) => Figure(Row(page, $"ErrorPatterns:{i}"), "Count")));
        Assert.Equal(report.Exceptions.Select(exception => exception.Count), report.Exceptions.Select((_, i) => Figure(Row(page, $"Exceptions:{i}"), "Count")));
        Assert.Equal(report.TopUrls.Select(url => (url.Name, url.Count)), report.TopUrls.Select((_, i) => (Row(page, $"TopUrls:{i}").Element("th")!.Value, Figure(Row(page, $"TopUrls:{i}"), "Count"))));
    }

    [Fact]
    public void What_stands_out_is_marked_in_whole_columns_and_the_mark_is_explained()
    {
        DateTimeOffset outage = SomeTraffic.Start.AddDays(3).AddHours(14);
        XElement page = Parse(PageOf(new SomeTraffic(1) { Break = (time, url) => time >= outage && time < outage.AddHours(3) && url == "/api/orders" ? 503 : 0 }.Report()));
        XElement[] marks = [.. page.Descendants("rect").Where(rectangle => rectangle.Attribute("class")?.Value == "mark error")];
        Assert.Equal(2, marks.Length);
        Assert.All(marks, mark => Assert.Equal(("280", "20"), (mark.Attribute("x")?.Value, mark.Attribute("width")?.Value)));
        Assert.Equal("more errors than usual", Assert.Single(page.Descendants("span"), span => span.Attribute("class")?.Value == "key mark error").Value);
        Assert.DoesNotContain(Parse(PageOf(SomeReport.Empty())).Descendants("span"), span => span.Attribute("class")?.Value.StartsWith("key mark", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Its_links_are_those_to_its_sections_in_their_order()
    {
        XElement page = Parse(PageOf(SampleReport()));
        XElement[] links = [.. Assert.Single(page.Descendants("nav")).Descendants("a")];
        XElement[] headings = [.. page.Descendants("section").Where(section => section.Attribute("class")?.Value == "card").Elements("h2")];
        Assert.Equal(headings.Select(heading => ("#" + heading.Attribute("id")?.Value, heading.Value)), links.Select(link => (link.Attribute("href")!.Value, link.Value)));
        Assert.Empty(Parse(PageOf(SomeReport.Empty())).Descendants("nav"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Three_rows_or_less_are_not_as_wide_as_the_page(int patterns)
    {
        XElement page = Parse(PageOf(ReportOf("/app.log", [.. Enumerable.Range(0, patterns).Select(i => $"2025-01-24 07:00:3{i} ERROR {new string((char)('a' + i), 9)} failed {new string((char)('b' + i), 9)}")])));
        XElement section = page.Descendants("section").Single(part => part.Element("h2")?.Attribute("id")?.Value == "patterns");
        Assert.Equal(patterns, section.Descendants("tr").Count(row => row.Attribute("data-row") is not null));
        Assert.Equal(patterns <= 3 ? "columns" : null, section.Parent!.Attribute("class")?.Value);
    }

    [Fact]
    public void The_browser_may_load_nothing_and_run_nothing()
    {
        XElement page = Parse(PageOf(SampleReport()));
        string policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", PageOf(SampleReport()), StringComparison.Ordinal);
        Assert.DoesNotContain("@import", PageOf(SampleReport()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_is_a_page_too()
    {
        XElement page = Parse(PageOf(new ReportBuilder(new ReportOptions()).Build()));
        Assert.Equal(0, Figure(page, "Entries"));
        Assert.Contains("There are no entries.", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeline_of_many_buckets_has_as_many_columns_as_can_be_read_and_loses_none()
    {
        DateTimeOffset start = new(2025, 1, 24, 7, 0, 0, TimeSpan.Zero);
        var builder = new ReportBuilder(new ReportOptions { BucketSize = TimeSpan.FromSeconds(1) });
        var lines = new LinePipeline(new LineSource(null), builder);
        for (int i = 0; i < 5000; i++)
        {
            lines.PushText(string.Create(CultureInfo.InvariantCulture, $"{start.AddSeconds(i):yyyy-MM-dd HH:mm:ss}Z {(i % 7 == 0 ? "ERROR" : "INFO")} x"));
        }

        lines.Complete();
        LogReport report = builder.Build();
        Assert.Equal(5000, report.Timeline.Length);
        XElement[] rows = [.. Parse(PageOf(report)).Descendants("tr").Where(row => row.Attribute("data-row")?.Value.StartsWith("Timeline:", StringComparison.Ordinal) == true)];
        Assert.InRange(rows.Length, 120, 240);
        Assert.Equal((report.Entries, report.Errors), (rows.Sum(row => Figure(row, "Entries")), rows.Sum(row => Figure(row, "Errors"))));
    }

    [Fact]
    public void It_reads_the_same_in_every_culture()
    {
        string expected = PageOf(SampleReport());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "de-DE", "fa-IR", "tr-TR" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Assert.Equal(expected, PageOf(SampleReport()));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static LogReport SampleReport()
    {
        var builder = new ReportBuilder(new ReportOptions());
        foreach (string file in new[] { "access.log", "app.log", "jobs.jsonl" })
        {
            LogFileReader.Read(RepositoryRoot.Combine("samples", file), ReadOptions.Default, builder, NoProgress.Instance, CancellationToken.None);
        }

        return builder.Build();
    }

    private static LogReport ReportOf(string path, params string[] lines)
    {
        var builder = new ReportBuilder(new ReportOptions());
        var text = new LinePipeline(new LineSource(path), builder);
        Array.ForEach(lines, text.PushText);
        text.Complete();
        return builder.Build();
    }

    private static string PageOf(LogReport report)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        HtmlReport.Write(report, page);
        return page.ToString();
    }

    /// <summary>The page is well-formed XML as well, so that any reader finds its figures.</summary>
    private static XElement Parse(string page) => XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);

    private static XElement Row(XElement page, string name) => page.Descendants("tr").Single(row => row.Attribute("data-row")?.Value == name);

    private static long Figure(XElement within, string name) =>
        long.Parse(within.Descendants("data").First(data => data.Attribute("data-figure")?.Value == name).Attribute("value")!.Value, CultureInfo.InvariantCulture);
}
