using System.Text.RegularExpressions;
using Xunit;

namespace LogAnalysis.Tests;

public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md").Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_links_to_is_there(string document) =>
        Assert.All(LinksOf(document), target => Assert.True(File.Exists(target) || Directory.Exists(target), $"{document} links to {target}."));

    [Fact]
    public void Every_page_is_in_the_index()
    {
        HashSet<string> listed = [.. LinksOf("docs/README.md")];
        Assert.All(
            Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md").Where(page => Path.GetFileName(page) != "README.md"),
            page => Assert.Contains(page, listed));
    }

    /// <summary>The files that a document links to, those on other sites left out.</summary>
    private static IEnumerable<string> LinksOf(string document)
    {
        string path = RepositoryRoot.Combine(document);
        return Link().Matches(File.ReadAllText(path)).Select(link => Path.GetFullPath(link.Groups["target"].Value, Path.GetDirectoryName(path)!));
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#]+)")]
    private static partial Regex Link();
}
