using System.Globalization;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Makes text from a log fit for Markdown: a code span, in which nothing is a link, a mention, an image or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>No text from a log is longer than this, in characters.</summary>
    public const int MaxLength = 120;

    private const string Backslash = "\\";

    /// <summary>The text as a code span.</summary>
    /// <param name="text">Text from a log, or null.</param>
    /// <returns>A code span in one line; nothing where there is no text.</returns>
    public static string Code(string? text)
    {
        string safe = Cut(ControlCharacters.Escape(text) ?? string.Empty);
        return safe.Length == 0 ? string.Empty : Fence(safe);
    }

    /// <summary>
    /// The text as a code span in a cell of a table, where a bar would end the cell. A bar after a backslash cannot be escaped so that all
    /// who read Markdown agree where the cell ends; it is shown as <c>\x7c</c>.
    /// </summary>
    public static string Cell(string? text) => Code(text).Replace(@"\|", Backslash + @"\x7c", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal);

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        int length = 0;
        while (length + StringInfo.GetNextTextElementLength(text, length) is int next && next < MaxLength)
        {
            length = next;
        }

        return string.Concat(text.AsSpan(0, length), "…");
    }

    /// <summary>A span ends at a run of as many backticks as it begins with: one more than any run within.</summary>
    private static string Fence(string text)
    {
        var fence = new string('`', MaxRunLength(text) + 1);

        // A blank at both ends is taken off again, unless there is nothing else.
        bool needsBlanks = text[0] is '`' or ' ' || text[^1] is '`' or ' ';
        return needsBlanks ? $"{fence} {text} {fence}" : fence + text + fence;
    }

    private static int MaxRunLength(string text)
    {
        int max = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            max = Math.Max(max, run);
        }

        return max;
    }
}
