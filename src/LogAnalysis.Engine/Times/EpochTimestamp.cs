using System.Buffers.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// Seconds since 1970, or milli-, micro- or nanoseconds: the number of digits tells, since logs are of our century. Zap writes
/// seconds as <c>1.7e+09</c>.
/// </summary>
internal static class EpochTimestamp
{
    /// <summary>How many digits such a number has at least.</summary>
    public const int MinDigits = 9;

    /// <summary>The end of the year 9999.</summary>
    private const decimal LatestSeconds = 253_402_300_800m;

    /// <summary>The length of such a number at the beginning of a line, with a space after it; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        int whole = DigitReader.CountLeading(line);
        int end = whole < line.Length && line[whole] == '.' ? whole + 1 + DigitReader.CountLeading(line[(whole + 1)..]) : whole;
        if (whole == 1 && line[end..].StartsWith("e+09"u8))
        {
            end += "e+09".Length;
        }
        else if (whole is not (10 or 13 or 16 or 19) || line[0] is not ((byte)'1' or (byte)'2') || (whole != 10 && end != whole))
        {
            return 0;
        }

        return end < line.Length && line[end] is (byte)' ' or (byte)'\t' or (byte)']' or (byte)')' or (byte)':' or (byte)'|' or (byte)';' ? end : 0;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.EndsWith("e+09"u8))
        {
            return TryReadExponent(text, out time);
        }

        if (!Utf8Parser.TryParse(text, out decimal number, out int length) || length != text.Length || text.Contains((byte)'-'))
        {
            return false;
        }

        decimal seconds = DigitReader.CountLeading(text) switch
        {
            9 or 10 => number,
            12 or 13 => number / 1_000m,
            15 or 16 => number / 1_000_000m,
            18 or 19 => number / 1_000_000_000m,
            _ => -1,
        };
        return seconds >= 0 && TryCreate(seconds, out time);
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        return Utf8Parser.TryParse(text[..^4], out decimal number, out int length) && length == text.Length - 4
            && number is >= 0 and < 10 && TryCreate(number * 1_000_000_000m, out time);
    }

    /// <summary>An exponent after the digits can make any number of them.</summary>
    private static bool TryCreate(decimal seconds, out DateTimeOffset time)
    {
        bool holds = seconds < LatestSeconds;
        time = holds ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : default;
        return holds;
    }
}
