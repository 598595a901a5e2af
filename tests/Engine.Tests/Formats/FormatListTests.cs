using LogAnalysis.Formats;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class FormatListTests
{
    private const int MaxExampleLength = 150;

    [Fact]
    public void The_documented_list_is_that_of_the_registry() => DocumentedFile.AssertIs(Describe(), RepositoryRoot.Combine("docs", "formats.md"));

    [Fact]
    public void Names_are_unique_and_easy_to_type() =>
        Assert.All(LogFormats.BuiltIn.GroupBy(format => format.Name), group =>
        {
            Assert.Single(group);
            Assert.Matches("^[a-z0-9-]+$", group.Key);
        });

    private static string Describe() => $"""
        # Formats

        A log is recognised by its content, line by line; a file may hold several formats. `Get-LogFormat` prints this list. It is
        made from the code: after a change, run the tests once with `LOGANALYSIS_UPDATE_DOCS=1`.

        | name | what writes it | a line |
        | --- | --- | --- |
        {string.Join('\n', LogFormats.BuiltIn.OrderBy(format => format.Name, StringComparer.Ordinal).Select(Row))}

        Each of them can follow the prefix of a container runtime (Docker Compose, `kubectl logs --prefix`, Kubernetes' runtime
        interface), the file name of a collected line, or a syslog header. Each can also be inside Docker's JSON, or a record of
        another collector. Terminal colours are ignored. A line that no format recognises belongs to the previous entry if it looks
        like a continuation, such as a stack trace, and is plain text otherwise.

        ## Logs

        `tests/cases/lines` has the expected format of each line of these logs.

        | log | recognised as | a line |
        | --- | --- | --- |
        {string.Join('\n', Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "lines")).Order(StringComparer.Ordinal).Select(CaseRow))}

        """.ReplaceLineEndings("\n");

    private static string Row(LogFormat format) =>
        $"| `{format.Name}` | {format.Description} | `{format.Example.Trim().Replace("|", "\\|", StringComparison.Ordinal)}` |";

    /// <summary>A case's name, the format of its first entry, and the line of that.</summary>
    private static string CaseRow(string file)
    {
        string[] all = File.ReadAllLines(file);
        int divider = Array.IndexOf(all, "=== expected");
        int first = Array.FindIndex(all, divider + 1, row => !row.StartsWith("+ ", StringComparison.Ordinal)) - divider - 1;
        string line = all[first].Replace("\e", "\\x1b", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal);
        line = line.Length > MaxExampleLength ? string.Concat(line.AsSpan(0, MaxExampleLength), "...") : line;
        return $"| {Path.GetFileName(file)} | `{all[divider + 1 + first].Split(' ')[0]}` | `{line.Trim().Replace("|", "\\|", StringComparison.Ordinal)}` |";
    }
}
