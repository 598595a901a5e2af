using System.Buffers;

namespace LogAnalysis.Counting;

/// <summary>What bytes are in messages: between words, or of them.</summary>
internal static class TextClasses
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(
        [.. Enumerable.Range(0, ' ' + 1).Select(value => (byte)value), .. "=,;:()[]{}|\"<>`"u8, 0x7F]);

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <summary>Whether a byte separates words: white space, control characters.</summary>
    public static bool IsSpace(byte value) => value is <= (byte)' ' or 0x7F;

    /// <summary>Whether a byte is within words and at their ends: letters, digits, the underscore, and what is not ASCII.</summary>
    public static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or >= 0x80;

    /// <summary>Whether a byte is a decimal digit.</summary>
    public static bool IsDigit(byte value) => char.IsAsciiDigit((char)value);

    /// <summary>Whether there is a digit among the bytes.</summary>
    public static bool HasDigit(ReadOnlySpan<byte> text) => text.ContainsAny(Digits);

    /// <summary>How many bytes there are up to the next space, bracket, or other delimiter.</summary>
    public static int UntilEnd(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(Ends);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether a position begins a word: nothing is before it that could be of the same.</summary>
    public static bool IsStart(ReadOnlySpan<byte> message, int position) =>
        position == 0 || !IsWord(message[position - 1]) || IdeographicText.EndsBefore(message, position);

    /// <summary>Whether a word can end at a position: nothing is there that could be of the same.</summary>
    public static bool IsEnd(ReadOnlySpan<byte> message, int position) => position >= message.Length || !IsWord(message[position]);
}
