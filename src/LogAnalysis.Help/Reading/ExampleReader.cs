using System.Xml.Linq;

namespace LogAnalysis.Help.Reading;

/// <summary>Reads an example: <c>para</c>s, of which the first is its title, and <c>code</c>.</summary>
internal static class ExampleReader
{
    private const string Prompt = "PS> ";

    /// <summary>The example; null where it has no title, or nothing that is typed.</summary>
    public static ExampleHelp? Read(XElement example)
    {
        DocText[] texts = [.. example.Elements("para").Select(text => new DocText(text))];
        string code = example.Element("code") is XElement typed ? Unindent(typed.Value) : string.Empty;
        return texts.Length > 0 && code.StartsWith(Prompt, StringComparison.Ordinal)
            ? new ExampleHelp(texts[0], texts[1..], code)
            : null;
    }

    /// <summary>Takes away the indentation that all lines have, and empty lines at both ends.</summary>
    private static string Unindent(string code)
    {
        string[] lines = [.. code.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        int indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indentation..] : line)).Trim('\n');
    }
}
