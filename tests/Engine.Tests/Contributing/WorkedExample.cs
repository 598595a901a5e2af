using System.Text.RegularExpressions;

namespace LogAnalysis.Tests.Contributing;

/// <summary>The example of CONTRIBUTING.md: what it puts into each file that it names.</summary>
internal static partial class WorkedExample
{
    /// <summary>The text for a file: the first block of code behind its name.</summary>
    public static string TextFor(string path)
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("CONTRIBUTING.md")).ReplaceLineEndings("\n");
        int named = text.IndexOf($"`{path}`", StringComparison.Ordinal);
        return named < 0 ? throw new InvalidDataException($"CONTRIBUTING.md does not name {path}.") : Block().Match(text, named).Groups["text"].Value;
    }

    [GeneratedRegex("```[a-z]*\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
