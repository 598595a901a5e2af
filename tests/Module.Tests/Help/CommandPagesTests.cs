using Xunit;

namespace LogAnalysis.Tests.Help;

/// <summary>The pages in <c>docs/commands</c> are those that the build makes of the code.</summary>
public sealed class CommandPagesTests
{
    private static readonly string Built = RepositoryRoot.Combine("LogAnalysis.Module", "obj", "help");
    private static readonly string Documented = RepositoryRoot.Combine("docs", "commands");

    public static IEnumerable<object[]> Pages => Directory.EnumerateFiles(Built, "*.md").Select(page => new object[] { Path.GetFileName(page) });

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_the_code_says(string page) =>
        DocumentedFile.AssertIs(File.ReadAllText(Path.Combine(Built, page)), Path.Combine(Documented, page));

    [Fact]
    public void Every_command_has_a_page_and_nothing_else_has() =>
        Assert.Equal(Pages.Select(page => (string)page[0]).Order(), Directory.EnumerateFiles(Documented).Select(Path.GetFileName).Order());
}
