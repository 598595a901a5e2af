using LogAnalysis.Formats;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class FormatListTests
{
    private const string Update = "LOGANALYSIS_UPDATE_DOCS";

    [Fact]
    public void The_documented_list_is_that_of_the_registry()
    {
        string path = RepositoryRoot.Combine("docs", "formats.md");
        string list = Describe();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, list);
        }

        Assert.Equal(list, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Names_are_unique_and_easy_to_type() =>
        Assert.All(LogFormats.All.GroupBy(format => format.Name), group =>
        {
            Assert.Single(group);
            Assert.Matches("^[a-z0-9-]+$", group.Key);
        });

    private static string Describe() => $"""
        # Formats

        A log is recognised by its content, line by line; a file may hold several formats. `Get-LogFormat` prints this list. It is
        made from the code: after a change, run the tests once with `{Update}=1`.

        | name | what writes it | a line |
        | --- | --- | --- |
        {string.Join('\n', LogFormats.All.OrderBy(format => format.Name, StringComparer.Ordinal).Select(Row))}

        Before any of them may stand what Docker Compose puts there, a container's name and a bar. Terminal colours are passed over.

        """.ReplaceLineEndings("\n");

    private static string Row(LogFormat format) =>
        $"| `{format.Name}` | {format.Description} | `{format.Example.Trim().Replace("|", "\\|", StringComparison.Ordinal)}` |";
}
