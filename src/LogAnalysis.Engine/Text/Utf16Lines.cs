using System.Text;

namespace LogAnalysis.Text;

/// <summary>
/// UTF-16 in a text that is none, such as what Windows PowerShell's <c>&gt;&gt;</c> appends. What surrounds it ends lines at a single byte, so one half of
/// a line end is at the beginning of the next line (little-endian), or at the end of its own (big-endian). Lines come in their order.
/// </summary>
internal sealed class Utf16Lines
{
    /// <summary>How many of a hundred code units are ASCII at least, and so hold a NUL byte, where the text begins.</summary>
    private const int MinAsciiPercent = 30;

    private const int MinAscii = 3;

    /// <summary>Two letters of Chinese may look like four of ASCII. More are text that goes on in UTF-8.</summary>
    private const int MinRest = 8;

    private Encoding? _encoding;

    /// <summary>Whether the last line was UTF-16.</summary>
    public bool IsInside => _encoding is not null;

    private static ReadOnlySpan<byte> LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndianMark => [0xFE, 0xFF];

    /// <summary>What a mark becomes where the text was read as UTF-8.</summary>
    private static ReadOnlySpan<byte> LostMark => "\uFFFD\uFFFD"u8;

    /// <summary>The next line is not UTF-16.</summary>
    public void Reset() => _encoding = null;

    /// <summary>Decodes the next line if it is UTF-16, or is from some place on.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="decoded">Receives the whole line in UTF-8.</param>
    /// <returns>Whether it is.</returns>
    public bool TryDecode(ReadOnlySpan<byte> line, out byte[] decoded)
    {
        int start = FindStart(line, out Encoding encoding);
        ReadOnlySpan<byte> text = start < 0 ? default : line[start..];
        bool isBig = encoding == Encoding.BigEndianUnicode;
        if (start < 0 || !IsUtf16(text, nulAt: isBig ? 0 : 1))
        {
            (_encoding, decoded) = (null, []);
            return false;
        }

        text = isBig && text.Length % 2 != 0 && text[^1] == 0 ? text[..^1] : text;
        int end = FindEnd(text, isBig);
        byte[] units = end % 2 == 0 ? text[..end].ToArray() : [.. text[..end], 0];
        ReadOnlySpan<byte> before = WithoutMark(line[..start].Trim((byte)0));
        decoded = [.. before, .. Encoding.Convert(encoding, Encoding.UTF8, units), .. text[end..]];
        _encoding = end < text.Length ? null : encoding;
        return true;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> before) =>
        before.EndsWith(LittleEndianMark) || before.EndsWith(BigEndianMark) ? before[..^LittleEndianMark.Length]
        : before.EndsWith(LostMark) ? before[..^LostMark.Length]
        : before;

    private int FindStart(ReadOnlySpan<byte> line, out Encoding encoding)
    {
        encoding = _encoding ?? Encoding.Unicode;
        int nul = line.IndexOf((byte)0);
        if (_encoding is not null)
        {
            bool isLittle = _encoding == Encoding.Unicode;
            return line.Length > 1 && (!isLittle || nul == 0) ? (isLittle ? 1 : 0) : -1;
        }

        if (line.StartsWith(LittleEndianMark) || line.StartsWith(BigEndianMark))
        {
            encoding = line[0] == LittleEndianMark[0] ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return LittleEndianMark.Length;
        }

        if (line.StartsWith(LostMark) && line.Length > LostMark.Length)
        {
            encoding = line[LostMark.Length] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
            return LostMark.Length;
        }

        if (nul == 0 && line.Length > 1 && line[1] != 0)
        {
            encoding = Encoding.BigEndianUnicode;
            return 0;
        }

        return nul - 1;
    }

    /// <summary>ASCII in UTF-16 has a NUL in every second byte, and none in the others. Where UTF-16 goes on, no NUL is needed.</summary>
    private bool IsUtf16(ReadOnlySpan<byte> text, int nulAt)
    {
        int ascii = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != 0)
            {
                continue;
            }

            if (at % 2 != nulAt)
            {
                return false;
            }

            ascii++;
        }

        return _encoding is null ? ascii >= MinAscii && ascii * 200 >= text.Length * MinAsciiPercent : ascii > 0 || !IsPlain(text);
    }

    /// <summary>Where the text goes on in UTF-8.</summary>
    private static int FindEnd(ReadOnlySpan<byte> text, bool isBig)
    {
        int end = Math.Min(text.LastIndexOf((byte)0) + (isBig ? 2 : 1), text.Length);
        return end % 2 == 0 && text.Length - end >= MinRest && IsPlain(text[end..]) ? end : text.Length;
    }

    private static bool IsPlain(ReadOnlySpan<byte> text) => TextBytes.FindOther(text) < 0 && !TextBytes.HasBrokenCharacters(text);
}
