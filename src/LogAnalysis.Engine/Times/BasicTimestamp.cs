using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// ISO 8601's basic form and its cousins, a date of eight digits and a clock time: <c>20250124T070030Z</c>,
/// <c>20250124 07:00:30.139</c>, <c>20250124-7:0:30:139</c>, <c>20250124.070030,139</c>, <c>20250124070030.139</c>; and with a date of six digits
/// <c>250124  7:00:30</c>, as MySQL wrote it.
/// </summary>
internal static class BasicTimestamp
{
    /// <summary>Fourteen digits, as LXC writes them before a point and milliseconds.</summary>
    private const int GluedLength = 14;

    /// <summary>The length of such a time, offset included, at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <inheritdoc cref="CalendarTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        int date = DigitReader.CountLeading(text);
        bool isGlued = date == GluedLength;
        date = isGlued ? 8 : date;
        int at = isGlued ? date : date + 1;
        if (date is not (6 or 8) || text.Length < at + 6 || (!isGlued && text[date] is not ((byte)' ' or (byte)'T' or (byte)'-' or (byte)'.' or (byte)'_' or (byte)':' or (byte)'\t')))
        {
            return 0;
        }

        DigitReader.TryRead(text, 0, date - 4, out parts.Year);
        DigitReader.TryRead(text, date - 4, 2, out parts.Month);
        DigitReader.TryRead(text, date - 2, 2, out parts.Day);
        parts.Year = date == 6 ? ShortYear.Resolve(parts.Year) : parts.Year;
        int end = ScanClock(text, at, isShort: date == 6, ref parts);
        if (end == 0 || parts.Month is 0 or > 12 || parts.Day is 0 or > 31 || (isGlued && !IsLikely(in parts)))
        {
            return 0;
        }

        int fraction = MatchFraction(text[end..]);
        parts.Fraction = ReadFraction(text.Slice(end, fraction));
        end += fraction;
        parts.Zone = new ByteRange(end, ZoneText.Match(text[end..]));
        return parts.Zone.End;
    }

    /// <summary>Numbers of this length are often something else.</summary>
    private static bool IsLikely(in DateParts parts) => parts.Year is >= 1970 and < 2100 && parts.Hour < 24 && parts.Minute < 60 && parts.Second < 60;

    /// <summary><c>7:00:30</c>, some write single digits; after a date of eight digits also <c>070030</c>.</summary>
    private static int ScanClock(ReadOnlySpan<byte> text, int at, bool isShort, ref DateParts parts)
    {
        if (!isShort && DigitReader.CountLeading(text[at..]) == 6)
        {
            DigitReader.TryRead(text, at, 2, out parts.Hour);
            DigitReader.TryRead(text, at + 2, 2, out parts.Minute);
            DigitReader.TryRead(text, at + 4, 2, out parts.Second);
            return at + 6;
        }

        int hour = text[at] == ' ' ? at + 1 : at;
        int minute = ReadPart(text, hour, out parts.Hour);
        if (minute == 0 || minute >= text.Length || text[minute] != ':')
        {
            return 0;
        }

        int second = ReadPart(text, minute + 1, out parts.Minute);
        return second == 0 || second >= text.Length || text[second] != ':' ? 0 : ReadPart(text, second + 1, out parts.Second);
    }

    /// <summary>After a colon the fraction is milliseconds, however many digits it has.</summary>
    private static int MatchFraction(ReadOnlySpan<byte> text)
    {
        int digits = text.Length > 1 && text[0] == ':' ? DigitReader.CountLeading(text[1..]) : 0;
        return digits is 1 or 2 or 3 ? 1 + digits : Fraction.Match(text);
    }

    private static long ReadFraction(ReadOnlySpan<byte> fraction) =>
        fraction.Length is 2 or 3 or 4 && fraction[0] == ':' && DigitReader.TryRead(fraction, 1, fraction.Length - 1, out int milliseconds)
            ? milliseconds * TimeSpan.TicksPerMillisecond
            : Fraction.Read(fraction);

    /// <summary>Reads one or two digits; the position after them, 0 if there are none or more.</summary>
    private static int ReadPart(ReadOnlySpan<byte> text, int at, out int value)
    {
        int digits = DigitReader.CountLeading(text[at..]);
        value = 0;
        return digits is 1 or 2 && DigitReader.TryRead(text, at, digits, out value) ? at + digits : 0;
    }
}
