using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LogAnalysis.Reporting;

/// <summary>Makes text from a log fit to be shown: what a terminal, an editor or a browser would obey is shown as an escape instead.</summary>
internal static class SafeText
{
    /// <summary>
    /// Replaces control characters, characters that reorder or hide text, and halves of characters by visible escapes such as
    /// <c>\x1b</c>, <c>\u202e</c> and <c>\U000e0001</c>. A tab becomes a space.
    /// </summary>
    /// <param name="text">Text from a log, or null.</param>
    /// <returns>The text in one line; the same string where there is nothing to replace.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Escape(string? text)
    {
        int first = text is null ? -1 : IndexOfUnsafe(text);
        return first < 0 ? text : Escape(text!, first);
    }

    /// <summary>Whether a character commands what shows it, or reorders or hides text around it.</summary>
    public static bool IsUnsafe(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escape(string text, int first)
    {
        var safe = new StringBuilder(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length;)
        {
            bool isSafe = IsSafeAt(text, i, out int value, out int length);
            if (isSafe || text[i] == '\t')
            {
                safe.Append(isSafe ? text.AsSpan(i, length) : " ");
            }
            else
            {
                AppendEscape(safe, value);
            }

            i += length;
        }

        return safe.ToString();
    }

    private static int IndexOfUnsafe(string text)
    {
        // Most text is ASCII: what is not begins here.
        int i = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        while (i >= 0 && i < text.Length)
        {
            if (!IsSafeAt(text, i, out _, out int length))
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    private static bool IsSafeAt(string text, int index, out int value, out int length)
    {
        bool isWhole = Rune.DecodeFromUtf16(text.AsSpan(index), out Rune character, out length) == OperationStatus.Done;
        value = isWhole ? character.Value : text[index];
        return isWhole && !IsUnsafe(character);
    }

    private static void AppendEscape(StringBuilder safe, int value)
    {
        (string prefix, string format) = value switch
        {
            <= 0xFF => ("\\x", "x2"),
            <= 0xFFFF => ("\\u", "x4"),
            _ => ("\\U", "x8"),
        };
        safe.Append(prefix).Append(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
