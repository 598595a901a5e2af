using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// ISO 8601 date and time and its cousins: <c>2025-01-24T07:00:30,139</c>, <c>2025/01/24 07:00:30</c>, <c>2025.01.24 07:00</c>,
/// <c>2025-01-24 07:00:30:139</c>, <c>2025-01-24 07:00:30.139 +01:00</c>, <c>2025-01-24T06:00:30Z</c>.
/// </summary>
internal static class IsoTimestamp
{
    /// <summary>The length of the shortest such time, up to its minutes.</summary>
    public const int MinuteLength = 16;

    private const int SecondLength = 19;

    /// <summary>Reads such a time at the beginning of <paramref name="text"/>.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="length">How many bytes it takes.</param>
    /// <param name="time">The time; undefined when the result is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out int length, out DateTimeOffset time)
    {
        length = Match(text, out int clockEnd);
        time = default;
        if (length == 0 || !TryReadClock(text, out DateTime clock))
        {
            return false;
        }

        if (clockEnd > SecondLength)
        {
            clock = clock.AddTicks(Fraction.Read(text[SecondLength..clockEnd]));
        }

        return Timestamps.TryCreate(clock, ReadOffset(text[clockEnd..length]), out time);
    }

    /// <summary>The length of such a time, offset included, at the beginning of <paramref name="text"/>; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Match(text, out _);

    /// <summary>The length of such a time at the beginning of <paramref name="text"/>; 0 if there is none.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="clockEnd">Receives where the offset begins, or would.</param>
    public static int Match(ReadOnlySpan<byte> text, out int clockEnd)
    {
        clockEnd = 0;
        if (text.Length < MinuteLength || !HasMinuteShape(text))
        {
            return 0;
        }

        if (text.Length >= SecondLength && text[MinuteLength] == ':' && DigitReader.TryRead(text, MinuteLength + 1, 2, out _))
        {
            clockEnd = SecondLength + Fraction.Match(text[SecondLength..]);
        }
        else if (text.Length == MinuteLength || text[MinuteLength] is (byte)' ' or (byte)']' or (byte)'\t' or (byte)'Z')
        {
            clockEnd = MinuteLength;
        }
        else
        {
            return 0;
        }

        return clockEnd + MatchOffset(text[clockEnd..]);
    }

    private static bool HasMinuteShape(ReadOnlySpan<byte> t) =>
        t[4] is (byte)'-' or (byte)'/' or (byte)'.' && t[7] == t[4]
        && t[10] is (byte)' ' or (byte)'T' or (byte)'t' or (byte)'_' && t[13] == ':'
        && DigitReader.TryRead(t, 0, 4, out _) && DigitReader.TryRead(t, 5, 2, out _) && DigitReader.TryRead(t, 8, 2, out _)
        && DigitReader.TryRead(t, 11, 2, out _) && DigitReader.TryRead(t, 14, 2, out _);

    private static bool TryReadClock(ReadOnlySpan<byte> t, out DateTime clock)
    {
        DigitReader.TryRead(t, 0, 4, out int year);
        DigitReader.TryRead(t, 5, 2, out int month);
        DigitReader.TryRead(t, 8, 2, out int day);
        DigitReader.TryRead(t, 11, 2, out int hour);
        DigitReader.TryRead(t, 14, 2, out int minute);
        int second = 0;
        if (t.Length > MinuteLength && t[MinuteLength] == ':')
        {
            DigitReader.TryRead(t, MinuteLength + 1, 2, out second);
        }

        return ClockTime.TryCreate(year, month, day, hour, minute, second, out clock);
    }

    /// <summary><c>Z</c>, <c> UTC</c>, <c> GMT</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>, the latter three also after a space.</summary>
    public static int MatchOffset(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(" UTC"u8) || text.StartsWith(" GMT"u8))
        {
            return text.Length == 4 || !char.IsAsciiLetterOrDigit((char)text[4]) ? 4 : 0;
        }

        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] is (byte)'Z' or (byte)'z')
        {
            return text.Length == 1 || !char.IsAsciiLetterOrDigit((char)text[1]) ? 1 : 0;
        }

        int sign = text[0] == ' ' ? 1 : 0;
        if (sign >= text.Length || text[sign] is not ((byte)'+' or (byte)'-') || !DigitReader.TryRead(text, sign + 1, 2, out int hours) || hours > 14)
        {
            return 0;
        }

        int minutes = sign + 3;
        minutes += minutes < text.Length && text[minutes] == ':' ? 1 : 0;
        int end = DigitReader.TryRead(text, minutes, 2, out int value) && value < 60 ? minutes + 2 : sign + 3;
        return end == text.Length || !char.IsAsciiLetterOrDigit((char)text[end]) ? end : 0;
    }

    /// <summary>The offset that such a text states; null for none.</summary>
    public static TimeSpan? ReadOffset(ReadOnlySpan<byte> offset)
    {
        if (offset.IsEmpty)
        {
            return null;
        }

        offset = offset.TrimStart((byte)' ');
        return char.IsAsciiLetter((char)offset[0]) ? TimeSpan.Zero : ClockTime.ReadOffset(offset);
    }
}
