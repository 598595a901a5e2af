using System.Text;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>A line has one format: none of the examples and cases is recognised by two, so their order in the registry means nothing.</summary>
public sealed class FormatsExcludeEachOtherTests
{
    public static TheoryData<string> Examples => [.. LogFormats.Structured.Select(format => format.Example)];

    public static TheoryData<string> Cases => [.. CaseLines];

    public static TheoryData<string> CasesAndExamples => [.. CaseLines.Union(LogFormats.Structured.Select(format => format.Example))];

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
    public void A_line_begins_with_a_byte_and_has_the_marks_that_its_format_names(string line)
    {
        HashSet<string> candidates = [];
        foreach (LogFormat format in LogFormats.CandidatesFor(Encoding.UTF8.GetBytes(line)))
        {
            candidates.Add(format.Name);
        }

        Assert.Subset(candidates, Recognise(line).ToHashSet());
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
