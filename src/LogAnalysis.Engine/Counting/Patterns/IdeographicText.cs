namespace LogAnalysis.Counting;

/// <summary>Chinese and Japanese, which are written without spaces: words end where the script changes, and at punctuation of their own.</summary>
/// <remarks>Source: Unicode, blocks CJK Symbols and Punctuation, Hiragana, Katakana, CJK Unified Ideographs, Halfwidth and Fullwidth Forms.</remarks>
internal static class IdeographicText
{
    private const int SequenceLength = 3;

    /// <summary>Bytes with which the characters of these scripts begin in UTF-8, and hardly any others.</summary>
    public static bool MayBegin(byte value) => value is >= 0xE3 and <= 0xE9 or 0xEF;

    /// <summary>The length of the punctuation at the beginning; 0 for none.</summary>
    public static int CountPunctuation(ReadOnlySpan<byte> text) => text.Length >= SequenceLength && IsPunctuation(text) ? SequenceLength : 0;

    /// <summary>The length of a run of letters at the beginning; 0 for none.</summary>
    public static int CountLetters(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (text.Length - length >= SequenceLength && IsLetter(text[length..]))
        {
            length += SequenceLength;
        }

        return length;
    }

    /// <summary>Whether a character of these scripts ends before a position: a word of another script can begin there.</summary>
    public static bool EndsBefore(ReadOnlySpan<byte> text, int position) =>
        text[position - 1] >= 0x80 && text[position] < 0x80 && position >= SequenceLength && MayBegin(text[position - SequenceLength]);

    /// <summary>Whether a text begins with a letter of these scripts.</summary>
    public static bool IsLetter(string text) => text.Length > 0 && text[0] is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '\u3005';

    private static bool IsPunctuation(ReadOnlySpan<byte> text) =>
        CodeOf(text) is (>= 0x3000 and <= 0x303F and not 0x3005) or 0x30FB or (>= 0xFF01 and <= 0xFF0F) or (>= 0xFF1A and <= 0xFF20) or (>= 0xFF3B and <= 0xFF40) or (>= 0xFF5B and <= 0xFF65);

    private static bool IsLetter(ReadOnlySpan<byte> text) =>
        CodeOf(text) is (>= 0x3040 and <= 0x30FF and not 0x30FB) or (>= 0x3400 and <= 0x9FFF) or 0x3005;

    private static int CodeOf(ReadOnlySpan<byte> text) => !MayBegin(text[0]) ? 0 : ((text[0] & 0x0F) << 12) | ((text[1] & 0x3F) << 6) | (text[2] & 0x3F);
}
