using System.Text.RegularExpressions;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>
/// The examples of the README and of docs/, the blocks that begin with a prompt, print what they say. Those in blocks marked <c>pwsh</c>
/// need commands of PowerShell itself; the Pester tests run them.
/// </summary>
public sealed partial class ReadmeTests : IClassFixture<ModuleSession>
{
    private readonly ModuleSession _session;

    public ReadmeTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Set-Location $args[0]", RepositoryRoot.Path);
    }

    public static IEnumerable<object[]> Examples => ReadExamples();

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_the_document_says(string command, string expected) =>
        Assert.Equal(expected, Trim(_session.Show(command)));

    private static IEnumerable<object[]> ReadExamples()
    {
        IEnumerable<string> documents = Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md").Append(RepositoryRoot.Combine("README.md"));
        return documents.SelectMany(document => Block().Matches(File.ReadAllText(document).ReplaceLineEndings("\n")))
            .SelectMany(block => block.Groups["text"].Value.Split("PS> ", StringSplitOptions.RemoveEmptyEntries))
            .Select(example => example.Split('\n', 2))
            .Select(parts => new object[] { parts[0], Trim(parts[1]) });
    }

    private static string Trim(string text) => string.Join('\n', text.Trim('\n').Split('\n').Select(line => line.TrimEnd()));

    [GeneratedRegex("```powershell\n(?=PS> )(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
