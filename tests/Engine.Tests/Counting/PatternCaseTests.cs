using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Tests.Support;
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
            Assert.Equal(PatternsOf(entries), PatternsOf(Enumerable.Reverse(entries)));
        }
    }

    [Theory]
    [InlineData(" =,;:()[]{}|\"'<*>./\u001f\u001e\t\r\n1aZ\0é\u202e")]
    [InlineData("1 ")]
    [InlineData("() ")]
    [InlineData("=\"")]
    [InlineData("0:")]
    [InlineData("Jan Mon 1,")]
    [InlineData("./:")]
    [InlineData("0123456789abcdef:%/[]")]
    [InlineData("C:\\ /~'")]
    [InlineData("中の、。「」a1 ")]
    [InlineData("(x1)= []{}")]
    public void Whatever_a_message_holds_it_has_a_pattern(string alphabet)
    {
        var random = new Random(1);
        string[] masks = [.. Enumerable.Range(0, 2000).Select(_ => MessageTemplate.Apply(Encoding.UTF8.GetBytes(random.GetItems<char>(alphabet, random.Next(1500)))))];
        Assert.All(masks, mask => Assert.InRange(mask.Count(PatternToken.Joint.Equals), 0, 2 * MessageTemplate.MaxParts));
        Assert.Equal(masks.Length, PatternClusters.Find(masks).Length);
    }

    private static string[] Read(string file) => File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "patterns", file)).TrimEnd('\n').Split('\n');

    private static IEnumerable<string> PatternsOf(IEnumerable<string> lines) => PatternGroups.GroupsOf(lines).Select(group => $"{group.Count} | {group.Name}");
}
