using System.Text.RegularExpressions;

namespace LogAnalysis.Tests.Support;

/// <summary>An example of a document: prompts, each with what is typed, in lines after <c>&gt;&gt;</c> too, and what it prints.</summary>
/// <param name="Document">Where it is.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record DocumentedExample(string Document, string Text)
{
    private const string Prompt = "PS> ";
    private const string Continued = ">> ";
    private const int Indentation = 4;

    /// <summary>Those of the README, of the pages of docs/, each command's among them, and of the help topic.</summary>
    public static IEnumerable<DocumentedExample> OfAll()
    {
        string topic = RepositoryRoot.Combine("docs", "about_LogAnalysis.help.txt");
        return Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Prepend(RepositoryRoot.Combine("README.md"))
            .SelectMany(path => Find(path, Block()))
            .Concat(Find(topic, Indented()));
    }

    /// <summary>What is typed, and what that prints.</summary>
    public static IEnumerable<(string Command, string Expected)> Parse(string text)
    {
        foreach (string prompt in text.Split(Prompt, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = prompt.Split('\n');
            int printed = 1 + lines.Skip(1).TakeWhile(line => line.StartsWith(Continued, StringComparison.Ordinal)).Count();
            string command = string.Join('\n', lines[..printed].Select(line => line.StartsWith(Continued, StringComparison.Ordinal) ? line[Continued.Length..] : line));
            yield return (command, Trim(string.Join('\n', lines[printed..])));
        }
    }

    /// <summary>Text without what nobody sees: spaces at the ends of lines, empty lines at both ends.</summary>
    public static string Trim(string text) => string.Join('\n', text.Trim('\n').Split('\n').Select(line => line.TrimEnd()));

    private static IEnumerable<DocumentedExample> Find(string path, Regex blocks) =>
        from Match block in blocks.Matches(File.ReadAllText(path).ReplaceLineEndings("\n"))
        let lines = block.Groups["text"].Value.Split('\n')
        let indentation = lines[0].StartsWith(Prompt, StringComparison.Ordinal) ? 0 : Indentation
        select new DocumentedExample(Path.GetFileName(path), string.Join('\n', lines.Select(line => line.Length > 0 ? line[indentation..] : line)));

    [GeneratedRegex("```powershell\n(?<text>PS> .*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^(?<text>    PS> .*\n(?:    .*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Indented();
}
