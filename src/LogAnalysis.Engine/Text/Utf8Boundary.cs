namespace LogAnalysis.Text;

/// <summary>Where UTF-8 text can be cut without splitting a character.</summary>
internal static class Utf8Boundary
{
    private const int MaxSequenceLength = 4;

    /// <summary>The beginning of a text, within a number of bytes; no character is split.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text, int maxLength) => text.Length > maxLength ? text[..AtOrBefore(text, maxLength)] : text;

    /// <summary>The last boundary between characters at or before <paramref name="limit"/>; in bytes that are not UTF-8, the limit.</summary>
    public static int AtOrBefore(ReadOnlySpan<byte> text, int limit)
    {
        for (int at = limit; at > Math.Max(limit - MaxSequenceLength, 0) && at < text.Length; at--)
        {
            if ((text[at] & 0xC0) != 0x80)
            {
                return at;
            }
        }

        return limit;
    }
}
