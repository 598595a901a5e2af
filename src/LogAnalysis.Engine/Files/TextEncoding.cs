using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>Detects the encoding of a text from its beginning.</summary>
internal static class TextEncoding
{
    /// <summary>How much of a beginning it takes, in bytes.</summary>
    public const int ProbeLength = 512;

    /// <summary>How many of a hundred UTF-16 code units are ASCII in any log, and so hold a NUL byte.</summary>
    private const int MinNulPercent = 60;

    private static ReadOnlySpan<byte> Utf32Mark => [0xFF, 0xFE, 0x00, 0x00];

    private static ReadOnlySpan<byte> Utf16LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigEndianMark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The encoding of a text. A byte order mark wins over what the user stated, and that over what NUL bytes suggest.</summary>
    /// <param name="beginning">The first bytes of the text, up to <see cref="ProbeLength"/>.</param>
    /// <param name="stated">The encoding that the user stated; null if none.</param>
    /// <param name="markLength">Receives the length of the mark, which is not part of the text. 0 for UTF-8, whose mark the line splitter removes.</param>
    /// <returns>The encoding; null for UTF-8, which needs no decoding.</returns>
    public static Encoding? Detect(ReadOnlySpan<byte> beginning, Encoding? stated, out int markLength)
    {
        markLength = 0;
        beginning = beginning[..Math.Min(beginning.Length, ProbeLength)];
        if (beginning.StartsWith(Utf8Mark))
        {
            return null;
        }

        if (beginning.StartsWith(Utf32Mark))
        {
            markLength = Utf32Mark.Length;
            return Encoding.UTF32;
        }

        if (beginning.StartsWith(Utf16LittleEndianMark) || beginning.StartsWith(Utf16BigEndianMark))
        {
            markLength = Utf16LittleEndianMark.Length;
            return beginning[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        return stated is null ? FromNuls(beginning) : stated is UTF8Encoding ? null : stated;
    }

    /// <summary>ASCII in UTF-16 has a NUL in every second byte, and none in the others.</summary>
    private static Encoding? FromNuls(ReadOnlySpan<byte> beginning)
    {
        if (HasPlainLine(beginning))
        {
            return null;
        }

        int pairs = beginning.Length / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++)
        {
            byte high = beginning[2 * i];
            byte low = beginning[(2 * i) + 1];
            first += high == 0 && IsText(low) ? 1 : 0;
            second += low == 0 && IsText(high) ? 1 : 0;
        }

        int enough = Math.Max(1, pairs * MinNulPercent / 100);
        return first == 0 && second >= enough ? Encoding.Unicode
            : second == 0 && first >= enough ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>Whether the first line is of single bytes. What is UTF-16 behind it was appended to another text.</summary>
    private static bool HasPlainLine(ReadOnlySpan<byte> beginning)
    {
        int end = beginning.IndexOf((byte)'\n');
        return end > 0 && TextBytes.FindOther(beginning[..end]) < 0;
    }

    private static bool IsText(byte b) => b is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
