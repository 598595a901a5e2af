using System.Buffers;
using System.Numerics;
using System.Text.Unicode;

namespace LogAnalysis.Text;

/// <summary>
/// Tells text from other content by the bytes that no text has: control characters that mean nothing. They are compared with the other characters of
/// ASCII only: any byte above these may be part of a letter, in some encoding.
/// </summary>
internal static class TextBytes
{
    /// <summary>Other content has many, of many kinds. Some texts have many of one kind, between their fields.</summary>
    private const int MinKinds = 4;

    private const int FewOfMany = 8;

    private const int Few = 3;

    private static readonly byte[] Controls = [.. Enumerable.Range(1, 31).Except([7, 8, 9, 10, 11, 12, 13, 27]).Append(127).Select(code => (byte)code)];

    private static readonly SearchValues<byte> NoText = SearchValues.Create([0, .. Controls]);

    private static readonly SearchValues<byte> NoTextButNul = SearchValues.Create(Controls);

    /// <summary>Where the first byte is that no text has; -1 if there is none.</summary>
    public static int FindOther(ReadOnlySpan<byte> text) => text.IndexOfAny(NoText);

    /// <summary>Whether there is such a byte other than NUL.</summary>
    public static bool HasControls(ReadOnlySpan<byte> text) => text.ContainsAny(NoTextButNul);

    /// <summary>Whether so much of a line is no text that the rest tells nothing.</summary>
    public static bool AreOther(ReadOnlySpan<byte> line)
    {
        int count = 0;
        uint kinds = 0;
        for (int at = FindOther(line); at >= 0;)
        {
            kinds |= 1u << (line[at] & 31);
            count++;
            int next = FindOther(line[(at + 1)..]);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count > 0 && IsMany(count, CountAscii(line), BitOperations.PopCount(kinds));
    }

    /// <summary>Whether a text, or the one that it was read as, has bytes that are no characters.</summary>
    public static bool HasBrokenCharacters(ReadOnlySpan<byte> text) => !Utf8.IsValid(text) || text.IndexOf("\uFFFD"u8) >= 0;

    private static bool IsMany(int count, int ascii, int kinds) => count * Few > ascii || (kinds >= MinKinds && count * FewOfMany > ascii);

    private static int CountAscii(ReadOnlySpan<byte> text)
    {
        int count = 0;
        foreach (byte next in text)
        {
            count += next < 0x80 ? 1 : 0;
        }

        return count;
    }
}
