namespace LogAnalysis.Times;

/// <summary>
/// Dates as people write them, with a clock time after: <c>24-Jan-2025 07:00:30.139</c>, <c>Jan 24, 2025 7:00:30 AM</c>,
/// <c>Fri Jan 24 07:00:30 2025</c>, <c>Fri, 24 Jan 2025 07:00:30 GMT</c>, <c>1/24/2025 7:00:30 AM</c>, <c>24.01.2025 07:00:30</c>,
/// <c>25/01/24 07:00:30</c>.
/// </summary>
/// <remarks>
/// Of numbers with a slash the month is first unless it cannot be (the custom of the country that writes so), with a point or dash
/// the day; of two digits each, the year (log4j's <c>yy/MM/dd</c>) unless it cannot be. Source: the patterns of
/// <c>java.util.logging</c>, Tomcat, Spark, .NET's invariant culture, RFC 1123, ISO C's <c>asctime</c>.
/// </remarks>
internal static class CalendarTimestamp
{
    /// <summary>The length of such a time, offset included, at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="time">The time; undefined when the result is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        return Scan(text, out DateParts parts) == text.Length
            && ClockTime.TryCreate(parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, out DateTime clock)
            && Timestamps.TryCreate(clock.AddTicks(parts.Fraction), parts.Offset, out time);
    }

    private static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        if (text.Length < "1/1/2025 1:00:00".Length)
        {
            return 0;
        }

        var scanner = new DateScanner(text);
        bool weekday = scanner.SkipWeekday();
        bool read = char.IsAsciiLetter((char)scanner.Current)
            ? scanner.ReadMonthFirst(ref parts, weekday)
            : scanner.ReadNumberFirst(ref parts);
        return read ? scanner.Position : 0;
    }
}
