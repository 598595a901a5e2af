using System.Text;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Tests.Fuzzing;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>A line has one format: none of the examples and cases is recognised by two, so their order in the registry means nothing.</summary>
public sealed class FormatsExcludeEachOtherTests
{
    public static TheoryData<string> Examples => [.. LogFormats.Structured.Select(format => format.Example)];

    public static TheoryData<string> Cases => [.. CaseLines];

    public static TheoryData<string> CasesAndExamples => [.. CaseLines.Union(LogFormats.Structured.Select(format => format.Example))];

    /// <summary>With levels, what looks like them, and prose, by which most formats are ruled out.</summary>
    private static string[] Beginnings => ["Order was ", "ERROR ", "INFO Order ", "WARN Order 4711: ", "TRACE Order ", "MON January 24 ", "ERROR March 24 "];

    private static IEnumerable<string> CaseLines =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "lines")).SelectMany(Lines).Where(line => line.Length > 0).Distinct();

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_format_is_recognised_by_it(string example) =>
        Assert.Equal(LogFormats.Structured.Single(format => format.Example == example).Name, Assert.Single(Recognise(example)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_is_recognised_by_two_formats(string line) => Assert.InRange(Recognise(line).Count, 0, 1);

    [Theory]
    [MemberData(nameof(CasesAndExamples))]
    public void A_line_begins_and_has_the_marks_as_its_format_says(string line)
    {
        var random = new Random(line.Length);
        AssertIsCandidate(line);
        foreach (string beginning in Beginnings)
        {
            AssertIsCandidate(beginning + line, beginning[0]);
            AssertIsCandidate(beginning + HostileLines.Mutate(random, line), beginning[0]);
        }
    }

    /// <summary>A format that recognises a line is a candidate for it, unless it says that no line of it begins with a byte.</summary>
    private static void AssertIsCandidate(string line, char? first = null)
    {
        HashSet<string> candidates = [];
        foreach (LogFormat format in LogFormats.CandidatesFor(Encoding.UTF8.GetBytes(line)))
        {
            candidates.Add(format.Name);
        }

        IEnumerable<string> others = first is null ? [] : LogFormats.Structured.Where(format => format.FirstBytes?.Contains(first.Value) == false).Select(format => format.Name);
        Assert.Subset(candidates, Recognise(line).Except(others).ToHashSet());
    }

    private static List<string> Recognise(string line)
    {
        List<string> names = [];
        foreach (LogFormat format in LogFormats.Structured)
        {
            LineFields fields = default;
            if (format.TryParse(Encoding.UTF8.GetBytes(line), ref fields))
            {
                names.Add(format.Name);
            }
        }

        return names;
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(file).TakeWhile(line => line != "=== expected");
}
