namespace LogAnalysis.Formats;

/// <summary>
/// The time of traditional syslog, <c>Nov  3 09:23:38</c>, which has no year, and that of <c>asctime</c>,
/// <c>Sun Dec 04 04:47:44.902022 2005</c>, which has one.
/// </summary>
/// <remarks>Source: RFC 3164, section 4.1.2; ISO C, <c>asctime</c>; Apache HTTP Server, <c>ErrorLogFormat</c>, <c>%t</c>.</remarks>
internal static class BsdTimestamp
{
    /// <summary>The length of <c>Nov  3 09:23:38</c>.</summary>
    public const int Length = 15;

    private const int WeekdayLength = 4;

    /// <summary>Whether a text begins with a month, a day and a clock time.</summary>
    public static bool Matches(ReadOnlySpan<byte> text) =>
        text.Length >= Length && text[3] == ' ' && text[6] == ' ' && text[9] == ':' && text[12] == ':'
        && (text[4] == ' ' || char.IsAsciiDigit((char)text[4])) && char.IsAsciiDigit((char)text[5])
        && DigitReader.TryRead(text, 7, 2, out _) && DigitReader.TryRead(text, 10, 2, out _) && DigitReader.TryRead(text, 13, 2, out _)
        && MonthNames.TryParse(text[..3], out _);

    /// <summary>Whether a text is a weekday, such a time, perhaps a fraction, and a year, from its first byte to its last.</summary>
    public static bool MatchesWithYear(ReadOnlySpan<byte> text) =>
        text.Length >= WeekdayLength + Length + 5 && text[3] == ' ' && Matches(text[WeekdayLength..])
        && text[^5] == ' ' && DigitReader.TryRead(text, text.Length - 4, 4, out _);

    /// <summary>Reads either.</summary>
    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="reference">Where there is no year: the latest that the time can be.</param>
    /// <param name="time">The time.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time)
    {
        time = default;
        if (MatchesWithYear(text))
        {
            long fraction = Fraction.Read(text[(WeekdayLength + Length)..^5]);
            return DigitReader.TryRead(text, text.Length - 4, 4, out int stated) && TryReadClock(text[WeekdayLength..], stated, out DateTime exact)
                && Timestamps.TryCreate(exact.AddTicks(fraction), null, out time);
        }

        if (text.Length != Length || !Matches(text))
        {
            return false;
        }

        for (int year = reference.Year + 1; year > reference.Year - YearInference.YearsBack; year--)
        {
            if (TryReadClock(text, year, out DateTime clock) && YearInference.IsPast(clock, reference))
            {
                return Timestamps.TryCreate(clock, null, out time);
            }
        }

        return false;
    }

    private static bool TryReadClock(ReadOnlySpan<byte> text, int year, out DateTime clock)
    {
        clock = default;
        int tens = text[4] == ' ' ? 0 : (text[4] - '0') * 10;
        return MonthNames.TryParse(text[..3], out int month) && DigitReader.TryRead(text, 5, 1, out int day)
            && DigitReader.TryRead(text, 7, 2, out int hour) && DigitReader.TryRead(text, 10, 2, out int minute)
            && DigitReader.TryRead(text, 13, 2, out int second)
            && ClockTime.TryCreate(year, month, tens + day, hour, minute, second, out clock);
    }
}
