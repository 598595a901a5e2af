using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed partial class MarkdownReportTests
{
    public static TheoryData<string> Hostile => [.. HostileTexts.All];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_text_of_a_log_stands_in_code_spans_and_nowhere_else(string evil)
    {
        string markdown = TextOf(SomeReport.Holding(evil));
        Assert.DoesNotContain(markdown.EnumerateRunes(), character => character.Value != '\n' && ControlCharacters.IsUnsafe(character));
        foreach (string line in markdown.Split('\n'))
        {
            Assert.Matches(OwnText(), WithoutCodeSpans(line));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_text_of_a_log_is_one_cell_of_a_table_for_whoever_reads_it(string evil)
    {
        string[] rows = [.. TextOf(SomeReport.Holding(evil)).Split('\n').Where(line => line.StartsWith('|'))];
        int columns = 0;
        foreach (string row in rows)
        {
            int cells = BarBehindNoBackslash().Count(row);
            Assert.Equal(cells, BarOutsidePairs().Replace(row, string.Empty).Count(c => c == '|'));
            columns = row.StartsWith("| ---", StringComparison.Ordinal) || columns == 0 || IsHead(row) ? cells : columns;
            Assert.Equal(columns, cells);
        }
    }

    [Theory]
    [InlineData("x", "`x`")]
    [InlineData("a `b` c", "``a `b` c``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("x```", "```` x``` ````")]
    [InlineData("  ", "`    `")]
    [InlineData("", "")]
    [InlineData("a|b\\|c", "`a|b\\|c`")]
    public void A_code_span_is_longer_than_what_is_in_it(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Theory]
    [InlineData("a|b", "`a\\|b`")]
    [InlineData("a\\|b", "`a\\\\x7cb`")]
    [InlineData("a\\\\||b", "`a\\\\\\x7c\\|b`")]
    public void A_bar_ends_no_cell(string text, string expected) => Assert.Equal(expected, MarkdownText.Cell(text));

    [Fact]
    public void Long_texts_are_cut_between_characters()
    {
        Assert.Equal(MarkdownText.MaxLength + 2, MarkdownText.Code(new string('x', 500)).Length);
        string cut = MarkdownText.Code("x" + string.Concat(Enumerable.Repeat("😀", 100)));
        Assert.EndsWith("😀…`", cut, StringComparison.Ordinal);
        Assert.InRange(cut.Length, MarkdownText.MaxLength - 2, MarkdownText.MaxLength + 2);
    }

    [Fact]
    public void It_tells_what_the_report_tells()
    {
        string markdown = TextOf(SomeReport.OfSamples());
        Assert.StartsWith("# Log report\n\n- **Time:** 2025-05-17 09:58:21 to 2025-05-17 10:45:47, UTC+00:00\n", markdown, StringComparison.Ordinal);
        Assert.Contains("- **Errors:** 14 (6.6% of entries)\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| Warning | 20 |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| `GET /api/orders` |\n", markdown, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(markdown), 1000, 8000);
    }

    [Fact]
    public void Sections_with_nothing_to_show_are_left_out() =>
        Assert.Equal("# Log report\n\n- **Time:** unknown\n- **Entries:** 0 in 0 lines, 0 B\n- **Errors:** 0 (0.0% of entries)\n- **Warnings:** 0\n\n", TextOf(SomeReport.Empty()));

    [Theory]
    [InlineData(new long[] { 0, 1, 50, 100 }, 10, "·▁▄█")]
    [InlineData(new long[] { 0, 0 }, 10, "··")]
    [InlineData(new long[] { 1, 1, 2, 2, 4 }, 3, "▄██")]
    [InlineData(new long[] { }, 3, "")]
    public void Numbers_are_drawn_as_blocks(long[] numbers, int width, string expected) => Assert.Equal(expected, SparklineText.Draw(numbers, width));

    [Fact]
    public void Times_at_the_ends_of_the_calendar_can_be_written()
    {
        LogReport report = SomeReport.Holding("x");
        var early = new LogReport
        {
            Paths = [],
            Formats = [],
            From = new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)),
            To = DateTimeOffset.MaxValue,
            Levels = [],
            ErrorPatterns = [],
            StatusCodes = [],
            Timeline = [new() { Start = DateTimeOffset.MinValue, Entries = 1 }, new() { Start = DateTimeOffset.MaxValue, Entries = 1 }],
            BucketSize = report.BucketSize,
            TopUrls = [],
            TopClients = [],
        };
        Assert.All(Enum.GetValues<ReportFormat>(), format => Assert.NotEmpty(SomeReport.Write(early, format)));
    }

    [Fact]
    public void It_is_utf8_without_a_mark_and_the_same_in_every_culture()
    {
        byte[] expected = SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Markdown);
        Assert.Equal((byte)'#', expected[0]);
        foreach (string culture in new[] { "de-DE", "fa-IR", "tr-TR" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Markdown));
        }
    }

    /// <summary>Takes code spans out of a line: from a run of backticks to the next run of as many.</summary>
    private static string WithoutCodeSpans(string line) => CodeSpan().Replace(line, string.Empty);

    private static bool IsHead(string row) => row.StartsWith("| Level |", StringComparison.Ordinal) || row.StartsWith("| Count |", StringComparison.Ordinal)
        || row.StartsWith("| Entries |", StringComparison.Ordinal) || row.StartsWith("| Status |", StringComparison.Ordinal) || row.StartsWith("| Requests |", StringComparison.Ordinal) || row.StartsWith("| Responses |", StringComparison.Ordinal);

    private static string TextOf(LogReport report) => Encoding.UTF8.GetString(SomeReport.Write(report, ReportFormat.Markdown));

    [GeneratedRegex(@"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")]
    private static partial Regex CodeSpan();

    /// <summary>Letters, figures and the marks that headings, lists and tables are made of.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9 .,:%()+|*#µ-]*$")]
    private static partial Regex OwnText();

    /// <summary>Where a cell ends for those who look whether a backslash stands before.</summary>
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex BarBehindNoBackslash();

    /// <summary>What does not end a cell for those who take a backslash and what follows it as a pair.</summary>
    [GeneratedRegex(@"\\.")]
    private static partial Regex BarOutsidePairs();
}
