using LogAnalysis.Querying;
using Xunit;

namespace LogAnalysis.Tests.Querying;

/// <summary><c>docs/fields.md</c> names the common fields that the code knows.</summary>
public sealed class FieldsPageTests
{
    private const string Head = "| common name | is | in logs |\n| --- | --- | --- |\n";

    private static readonly string Path = RepositoryRoot.Combine("docs", "fields.md");

    [Fact]
    public void Its_table_of_common_names_is_that_of_the_code()
    {
        string page = File.ReadAllText(Path).ReplaceLineEndings("\n");
        int start = page.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        int end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        DocumentedFile.AssertIs(page[..start] + string.Concat(CommonFields.All.Select(Describe)) + page[end..], Path);
    }

    [Fact]
    public void No_name_means_two_things() =>
        Assert.Empty(CommonFields.All.SelectMany(field => field.Spellings).GroupBy(spelling => spelling).Where(same => same.Count() > 1).Select(same => same.Key));

    private static string Describe(CommonField field) => $"| `{field.Name}` | {field.Meaning} | {string.Join(", ", field.Spellings.Select(spelling => $"`{spelling}`"))} |\n";
}
