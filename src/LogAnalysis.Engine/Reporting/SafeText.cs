using System.Globalization;
using System.Text;

namespace LogAnalysis.Reporting;

/// <summary>Makes text from a log fit to be shown: what a terminal or a page would obey is shown as an escape instead.</summary>
internal static class SafeText
{
    /// <summary>
    /// Replaces control characters, and characters that reorder or hide text, by visible escapes such as <c>\x1b</c> and
    /// <c>\u202e</c>. A tab becomes a space.
    /// </summary>
    /// <param name="text">Text from a log.</param>
    /// <returns>The text in one line; the same string where there is nothing to replace.</returns>
    public static string Escape(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune character in text.EnumerateRunes())
        {
            if (!IsUnsafe(character))
            {
                safe.Append(character);
            }
            else if (character.Value == '\t')
            {
                safe.Append(' ');
            }
            else
            {
                safe.Append(EscapeOf(character.Value));
            }
        }

        return safe.ToString();
    }

    private static string EscapeOf(int value) => value switch
    {
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{value:x2}"),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{value:x8}"),
    };

    private static bool IsUnsafe(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
