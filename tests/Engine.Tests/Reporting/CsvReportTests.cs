using System.Globalization;
using System.Text;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>What <c>docs/report-files.md</c> promises of CSV.</summary>
public sealed class CsvReportTests
{
    private static readonly string[] Sections =
        ["Summary", "Findings", "Notes", "Files", "Levels", "ErrorPatterns", "WarningPatterns", "Exceptions", "StatusCodes", "Timeline", "Hours", "TopUrls", "FailingUrls", "SlowestUrls", "TopMethods", "Protocols", "UserAgents", "TopClients", "ResponseTime"];

    public static TheoryData<string> Hostile => [.. HostileTexts.All];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_text_of_a_log_is_one_cell_and_no_formula(string evil)
    {
        string csv = TextOf(SomeReport.Holding(evil));
        Assert.DoesNotContain(csv.Replace("\r\n", string.Empty, StringComparison.Ordinal).EnumerateRunes(), ControlCharacters.IsUnsafe);
        Dictionary<string, string[][]> tables = CsvReader.Tables(csv);
        string expected = CsvText.Defuse(evil);
        Assert.Equal(expected, tables["ErrorPatterns"][1][7]);
        expected = CsvText.Defuse(ControlCharacters.EscapeControlCharacters(evil));
        Assert.Equal((expected, expected), (tables["Files"][1][0], tables["Findings"][1][7]));
        Assert.Equal((expected, expected), (tables["ErrorPatterns"][1][0], tables["ErrorPatterns"][1][6]));
        Assert.Equal((expected, expected), (tables["Exceptions"][1][0], tables["Exceptions"][1][6]));
        Assert.Equal((expected, expected), (tables["TopUrls"][1][1], tables["TopClients"][1][0]));
        AssertNoFormula(tables.Values.SelectMany(rows => rows).SelectMany(row => row));

        // Where a comma is a decimal point, a spreadsheet parts cells at semicolons, and knows quotes only where a cell begins with one.
        AssertNoFormula(csv.Split("\r\n").SelectMany(line => line.Split(';')).Select(cell => cell.TrimStart(' ', '"')));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a=b", "a=b")]
    [InlineData("range 1, -1", "range 1, -1")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  -1", "'  -1")]
    [InlineData("\u00A0@x", "'\u00A0@x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("\tx", "' x")]
    [InlineData("\rx", "'\\x0dx")]
    [InlineData("\u200B=1", "\\u200b=1")]
    [InlineData("a; =1", "a; '=1")]
    [InlineData("a;\"@x", "a;\"'@x")]
    public void A_formula_is_text(string text, string expected) => Assert.Equal(expected, CsvText.Defuse(text));

    [Fact]
    public void All_sections_are_there_in_their_order_also_where_they_are_empty()
    {
        foreach (LogReport report in new[] { SomeReport.OfSamples(), SomeReport.Empty() })
        {
            Assert.Equal(Sections, CsvReader.Tables(TextOf(report)).Keys);
        }

        Assert.All(CsvReader.Tables(TextOf(SomeReport.Empty())).Where(table => table.Key != "Summary"), table => Assert.Single(table.Value));
    }

    [Fact]
    public void Its_figures_are_those_of_the_report()
    {
        LogReport report = SomeReport.OfSamples();
        Dictionary<string, string[][]> tables = CsvReader.Tables(TextOf(report));
        Dictionary<string, string> summary = tables["Summary"].Skip(1).ToDictionary(row => row[0], row => row[1]);
        Assert.Equal((report.Entries, report.Errors), (Number(summary["Entries"]), Number(summary["Errors"])));
        Assert.Equal(report.ErrorRate, double.Parse(summary["ErrorRate"], CultureInfo.InvariantCulture));
        Assert.Equal(report.From, DateTimeOffset.Parse(summary["From"], CultureInfo.InvariantCulture));
        Assert.Equal(report.BucketSize.TotalSeconds, Number(summary["BucketSize"]));
        Assert.Equal(report.Levels.Select(level => (level.Level.ToString(), level.Count)), tables["Levels"].Skip(1).Select(row => (row[0], Number(row[1]))));
        Assert.Equal(report.StatusCodes.Select(code => (code.Code, code.Count)), tables["StatusCodes"].Skip(1).Select(row => ((int)Number(row[0]), Number(row[3]))));
        Assert.Equal(report.Timeline.Select(bucket => bucket.Entries), tables["Timeline"].Skip(1).Select(row => Number(row[1])));
        Assert.Equal(report.TopUrls.Select(url => (url.Url, url.Count)), tables["TopUrls"].Skip(1).Select(row => (row[1], Number(row[2]))));
        Assert.All(tables.Values, rows => Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length)));
    }

    [Fact]
    public void Durations_are_in_seconds() =>
        Assert.Equal(["1", "0.0015", "7200", "7200", "7200", "7200"], CsvReader.Tables(TextOf(SomeReport.Holding("x")))["ResponseTime"][1]);

    [Fact]
    public void It_is_utf8_with_a_mark_and_the_same_in_every_culture()
    {
        byte[] expected = SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Csv);
        Assert.Equal([0xEF, 0xBB, 0xBF], expected[..3]);
        foreach (string culture in new[] { "de-DE", "fa-IR", "tr-TR" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Csv));
        }
    }

    private static void AssertNoFormula(IEnumerable<string> cells) =>
        Assert.DoesNotContain(cells, cell => cell.TrimStart() is { Length: > 0 } text && "=+-@＝＋－＠".Contains(text[0], StringComparison.Ordinal));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string TextOf(LogReport report) => Encoding.UTF8.GetString(SomeReport.Write(report, ReportFormat.Csv)).TrimStart('\uFEFF');
}
