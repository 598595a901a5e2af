using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>
/// The examples of the README, of docs/ and of the help print what they say. Those in blocks marked <c>pwsh</c> need commands of PowerShell itself; the
/// Pester tests run them.
/// </summary>
public sealed class ExampleTests : IClassFixture<ModuleSession>
{
    private readonly ModuleSession _session;

    public ExampleTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Set-Location $args[0]", RepositoryRoot.Path);
    }

    public static IEnumerable<object[]> Examples => DocumentedExample.OfAll().Select(example => new object[] { example.Document, example.Text });

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_the_document_says(string document, string text)
    {
        Assert.NotEmpty(document);
        foreach ((string command, string expected) in DocumentedExample.Parse(text))
        {
            Assert.Equal(expected, DocumentedExample.Trim(_session.Show(command)));
        }
    }

    [Fact]
    public void Every_document_has_some() =>
        Assert.Equal(11, DocumentedExample.OfAll().Select(example => example.Document).Distinct().Count());
}
