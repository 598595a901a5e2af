using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Android's time, <c>01-24 07:00:30.139</c>, which has no year.</summary>
/// <remarks>Source: Android's logcat, formats <c>time</c> and <c>threadtime</c>.</remarks>
internal static class MonthDayTimestamp
{
    private const int Length = 14;

    /// <summary>The length of such a time at the beginning of a text, with its fraction; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <inheritdoc cref="BsdTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        bool isRead = text.Length > Length && text[2] == '-' && text[5] == ' ' && text[8] == ':' && text[11] == ':'
            && DigitReader.TryRead(text, 0, 2, out parts.Month) && DigitReader.TryRead(text, 3, 2, out parts.Day) && DigitReader.TryRead(text, 6, 2, out parts.Hour)
            && DigitReader.TryRead(text, 9, 2, out parts.Minute) && DigitReader.TryRead(text, 12, 2, out parts.Second);
        int fraction = isRead ? Fraction.Match(text[Length..]) : 0;
        if (fraction == 0)
        {
            return 0;
        }

        parts.Fraction = Fraction.Read(text.Slice(Length, fraction));
        return Length + fraction;
    }
}
