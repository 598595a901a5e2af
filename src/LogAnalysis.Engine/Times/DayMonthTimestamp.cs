using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The time of Redis up to version 4, <c>24 Jan 07:00:30.139</c>, which has no year, and that of Bacula, <c>24-Jan 07:00</c>, which may have no
/// seconds either.
/// </summary>
/// <remarks>
/// Source: Redis 4.0, <c>server.c</c>, <c>serverLogRaw</c>: <c>%d %b %H:%M:%S.</c> and milliseconds; 2.x without these. Bacula,
/// <c>bstrftime_nc</c>.
/// </remarks>
internal static class DayMonthTimestamp
{
    private const int MinuteLength = 12;
    private const int Length = 15;

    /// <summary>The length of such a time at the beginning of a text, with its fraction; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <inheritdoc cref="BsdTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        bool isRead = text.Length >= MinuteLength && text[2] is (byte)' ' or (byte)'-' && text[6] == ' ' && text[9] == ':'
            && DigitReader.TryRead(text, 0, 2, out parts.Day) && MonthNames.TryParse(text.Slice(3, 3), out parts.Month)
            && DigitReader.TryRead(text, 7, 2, out parts.Hour) && DigitReader.TryRead(text, 10, 2, out parts.Minute);
        if (!isRead)
        {
            return 0;
        }

        if (text.Length < Length || text[MinuteLength] != ':' || !DigitReader.TryRead(text, MinuteLength + 1, 2, out parts.Second))
        {
            return text[2] == '-' && (text.Length == MinuteLength || text[MinuteLength] == ' ') ? MinuteLength : 0;
        }

        int fraction = Fraction.Match(text[Length..]);
        parts.Fraction = Fraction.Read(text.Slice(Length, fraction));
        return Length + fraction;
    }
}
