using System.Text.RegularExpressions;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>
/// The README's examples print what the README says. Those in blocks marked <c>pwsh</c> need commands of PowerShell itself; the
/// Pester tests run them.
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
    public void An_example_prints_what_the_README_says(string command, string expected) =>
        Assert.Equal(expected, Trim(_session.Show(command)));

    private static IEnumerable<object[]> ReadExamples()
    {
        string readme = File.ReadAllText(RepositoryRoot.Combine("README.md")).ReplaceLineEndings("\n");
        return Block().Matches(readme)
            .SelectMany(block => block.Groups["text"].Value.Split("PS> ", StringSplitOptions.RemoveEmptyEntries))
            .Select(example => example.Split('\n', 2))
            .Select(parts => new object[] { parts[0], Trim(parts[1]) });
    }

    private static string Trim(string text) => string.Join('\n', text.Trim('\n').Split('\n').Select(line => line.TrimEnd()));

    [GeneratedRegex("```powershell\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
