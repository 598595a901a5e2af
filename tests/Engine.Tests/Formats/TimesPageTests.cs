using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary><c>docs/times.md</c> says how times are read, and names the zones that the code knows.</summary>
public sealed partial class TimesPageTests
{
    private static readonly string Path = RepositoryRoot.Combine("docs", "times.md");

    private static readonly string Page = File.ReadAllText(Path).ReplaceLineEndings("\n");

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (Match match in Example().Matches(Page))
            {
                examples.Add(match.Groups["written"].Value, match.Groups["read"].Value);
            }

            return examples;
        }
    }

    [Fact]
    public void There_are_examples() => Assert.True(Example().Count(Page) > 10);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_as_the_page_says(string written, string read)
    {
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(written), new DateTime(2025, 3, 1), TimeConventions.Default, out DateTimeOffset time));
        Assert.Equal(read, time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Its_tables_of_abbreviations_are_those_of_the_code() => DocumentedFile.AssertIs(
        WithTable(WithTable(Page, "| offset | abbreviations |", Abbreviations()), "| abbreviation | offset | but for a reader in |", Ambiguous()), Path);

    private static IEnumerable<string> Abbreviations() =>
        ZoneAbbreviations.All.OrderBy(row => row.Minutes).Select(row => $"| {Offset(row.Minutes)} | {string.Join(", ", row.Names.Split(' ').Select(Code))} |");

    private static IEnumerable<string> Ambiguous() => ZoneAbbreviations.Ambiguous.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row =>
        $"| {Code(row.Name)} | {Offset(row.Minutes)} | {string.Join("; ", row.Elsewhere.Select(other => $"{string.Join(", ", other.Places.Split(' ').Select(Place))}: {Offset(other.Minutes)}"))} |");

    private static string Code(string abbreviation) => $"`{abbreviation.ToUpperInvariant()}`";

    private static string Place(string beginning) => $"`{beginning}{(beginning.EndsWith('/') ? "..." : "")}`";

    private static string Offset(int minutes) => TimeZoneParser.FormatOffset(TimeSpan.FromMinutes(minutes));

    /// <summary>The page with other rows below the head of a table.</summary>
    private static string WithTable(string page, string head, IEnumerable<string> rows)
    {
        int start = page.IndexOf(head, StringComparison.Ordinal) + head.Length;
        start = page.IndexOf('\n', start + 1) + 1;
        int end = page.IndexOf("\n\n", start - 1, StringComparison.Ordinal) + 1;
        return page[..start] + string.Concat(rows.Select(row => row + "\n")) + page[end..];
    }

    [GeneratedRegex(@"^\| `(?<written>[^`]+)` \| (?<read>\d{4}-\d\d-\d\d [^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
