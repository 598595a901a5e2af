using LogAnalysis.Counting;
using LogAnalysis.Reading;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>The cases in <c>tests/cases/patterns</c>: a log, and below it the patterns of its messages with their counts.</summary>
public sealed class PatternCaseTests
{
    private const string Divider = "=== expected";

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "patterns")).Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Messages_have_the_patterns_that_their_case_says(string file)
    {
        string[] all = Read(file);
        int divider = Array.IndexOf(all, Divider);
        Assert.Equal(all[(divider + 1)..], PatternsOf(all[..divider]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_of_entries_does_not_matter(string file)
    {
        string[] all = Read(file);
        string[] entries = all[..Array.IndexOf(all, Divider)];
        if (!Array.Exists(entries, line => char.IsWhiteSpace(line[0])))
        {
            Assert.Equal(PatternsOf(entries), PatternsOf(entries.Reverse()));
        }
    }

    private static string[] Read(string file) => File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "patterns", file)).TrimEnd('\n').Split('\n');

    private static IEnumerable<string> PatternsOf(IEnumerable<string> lines)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown);
        var strings = new StringLines(null, grouping);
        foreach (string line in lines)
        {
            strings.Add(line);
        }

        strings.Complete();
        return grouping.ToGroups().Select(group => $"{group.Count} | {group.Name}");
    }
}
