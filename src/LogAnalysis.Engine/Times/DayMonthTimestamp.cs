using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The time of Redis up to version 4, <c>24 Jan 07:00:30.139</c>, which has no year, that of Node-RED, <c>4 Jan 07:00:30</c>, and that of Bacula, <c>24-Jan 07:00</c>, which may have no
/// seconds either.
/// </summary>
/// <remarks>
/// Source: Redis 4.0, <c>server.c</c>, <c>serverLogRaw</c>: <c>%d %b %H:%M:%S.</c> and milliseconds; 2.x without these. Bacula,
/// <c>bstrftime_nc</c>.
/// </remarks>
internal static class DayMonthTimestamp
{
    private const int MinuteLength = 10;
    private const int Length = 13;

    /// <summary>The length of such a time at the beginning of a text, with its fraction; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <inheritdoc cref="BsdTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        int day = text.Length > 1 && text[1] is (byte)' ' or (byte)'-' ? 1 : 2;
        if (text.Length < day + MinuteLength || !DigitReader.TryRead(text, 0, day, out int number))
        {
            return 0;
        }

        int length = ScanBehindDay(text[day..], ref parts);
        parts.Day = number;
        return length == 0 ? 0 : day + length;
    }

    private static int ScanBehindDay(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        bool isRead = text[0] is (byte)' ' or (byte)'-' && text[4] == ' ' && text[7] == ':' && MonthNames.TryParse(text.Slice(1, 3), out parts.Month)
            && DigitReader.TryRead(text, 5, 2, out parts.Hour) && DigitReader.TryRead(text, 8, 2, out parts.Minute);
        if (!isRead)
        {
            return 0;
        }

        if (text.Length < Length || text[MinuteLength] != ':' || !DigitReader.TryRead(text, MinuteLength + 1, 2, out parts.Second))
        {
            return text[0] == '-' && (text.Length == MinuteLength || text[MinuteLength] == ' ') ? MinuteLength : 0;
        }

        int fraction = Fraction.Match(text[Length..]);
        parts.Fraction = Fraction.Read(text.Slice(Length, fraction));
        return Length + fraction;
    }
}
