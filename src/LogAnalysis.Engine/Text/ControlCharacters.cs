using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LogAnalysis.Text;

/// <summary>Makes text from a log fit to be shown: what a terminal, an editor or a browser would obey is shown as an escape instead.</summary>
internal static class ControlCharacters
{
    /// <summary>
    /// Replaces control characters, characters that reorder or hide text, and halves of characters by visible escapes such as
    /// <c>\x1b</c>, <c>\u202e</c> and <c>\U000e0001</c>. A tab becomes a space.
    /// </summary>
    /// <param name="text">Text from a log, or null.</param>
    /// <returns>The text in one line; the same string where there is nothing to replace.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Escape(string? text) => Escape(text, keepsLayout: false);

    /// <summary>As <see cref="Escape(string?)"/>, but tabs and line ends stay: for values that scripts go on with, and that somebody may print as they are.</summary>
    /// <param name="text">Text from a log, or null.</param>
    /// <returns>The text; the same string where there is nothing to replace.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? EscapeControlCharacters(string? text) => Escape(text, keepsLayout: true);

    /// <summary>Whether a character commands what shows it, reorders or hides text around it, or is not seen itself.</summary>
    public static bool IsUnsafe(Rune character) => IsIgnorable(character.Value) || Rune.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>
    /// Characters that have no width, besides those of the categories above; but for U+FE0E and U+FE0F, which say whether a sign is to be text
    /// or picture.
    /// </summary>
    /// <remarks>Source: Unicode 16, DerivedCoreProperties.txt, <c>Default_Ignorable_Code_Point</c>.</remarks>
    private static bool IsIgnorable(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164
        or (>= 0xFE00 and <= 0xFE0D) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>
    /// How many marks may be on one character: no script needs more, and each is drawn above or below the one before, over the neighbouring lines. Those that
    /// follow are shown as escapes.
    /// </summary>
    public const int MaxMarks = 6;

    private static string? Escape(string? text, bool keepsLayout)
    {
        int first = text is null ? -1 : IndexOfUnsafe(text, keepsLayout);
        return first < 0 ? text : Escape(text!, first, keepsLayout);
    }

    private static string Escape(string text, int first, bool keepsLayout)
    {
        var safe = new StringBuilder(text, 0, first, text.Length + 16);
        int marks = MarksBefore(text, first);
        for (int i = first; i < text.Length;)
        {
            bool isSafe = IsSafeAt(text, i, keepsLayout, ref marks, out int value, out int length);
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

    private static int IndexOfUnsafe(string text, bool keepsLayout)
    {
        // Most text is ASCII, which is skipped many characters at a time.
        int i = 0;
        int next;
        int marks = 0;
        while ((next = text.AsSpan(i).IndexOfAnyExceptInRange(' ', '~')) >= 0)
        {
            i += next;
            marks = next > 0 ? 0 : marks;
            if (!IsSafeAt(text, i, keepsLayout, ref marks, out _, out int length))
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <param name="text">The text.</param>
    /// <param name="index">Where the character is.</param>
    /// <param name="keepsLayout">Whether tabs and line ends are safe.</param>
    /// <param name="marks">How many marks there are in a row, this one too.</param>
    /// <param name="value">Receives the character.</param>
    /// <param name="length">Receives how long it is.</param>
    private static bool IsSafeAt(string text, int index, bool keepsLayout, ref int marks, out int value, out int length)
    {
        bool isWhole = Rune.DecodeFromUtf16(text.AsSpan(index), out Rune character, out length) == OperationStatus.Done;
        value = isWhole ? character.Value : text[index];
        bool isSafe = isWhole && (!IsUnsafe(character) || (keepsLayout && IsLayout(text, index)));
        marks = isSafe && IsMark(character) ? marks + 1 : 0;
        return isSafe && marks <= MaxMarks;
    }

    private static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>How many marks are in a row before a position: none of them is one too many.</summary>
    private static int MarksBefore(string text, int position)
    {
        int marks = 0;
        while (marks < MaxMarks && Rune.DecodeLastFromUtf16(text.AsSpan(0, position), out Rune before, out int length) == OperationStatus.Done && IsMark(before))
        {
            marks++;
            position -= length;
        }

        return marks;
    }

    private static bool IsLayout(string text, int index) => text[index] switch
    {
        '\t' or '\n' => true,
        '\r' => index + 1 < text.Length && text[index + 1] == '\n',
        _ => false,
    };

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
