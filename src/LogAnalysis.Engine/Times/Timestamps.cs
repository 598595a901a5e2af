using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Reads the times that logs carry. A time without an offset is local time, or of the zone that its log is said to be of.</summary>
internal static class Timestamps
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>Reads a field that a format has found to be a time.</summary>
    /// <param name="text">The field.</param>
    /// <param name="reference">When the log was last written: a time without a year is not later than that.</param>
    /// <param name="conventions">What is known of the times of the log.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, DateTime reference, TimeConventions conventions, out DateTimeOffset time)
    {
        // Most logs have either kind only: the one that is more likely is tried first.
        bool isNumber = DigitReader.CountLeading(text) >= EpochTimestamp.MinDigits;
        return (isNumber && EpochTimestamp.TryRead(text, out time))
            || (TryScan(text, out DateParts parts) && TryCreate(text, in parts, reference, conventions, out time))
            || (!isNumber && EpochTimestamp.TryRead(text, out time))
            || TaiTimestamp.TryRead(text, out time);
    }

    /// <summary>Reads a time that consists of a date and a clock time.</summary>
    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="parts">Receives what it consists of.</param>
    /// <returns>Whether it does.</returns>
    public static bool TryScan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        int length = IsoTimestamp.Scan(text, out parts);
        return length == text.Length ? length > 0 : TryScanOthers(text, out parts);
    }

    private static bool TryScanOthers(ReadOnlySpan<byte> text, out DateParts parts) =>
        ClfTimestamp.Scan(text, out parts) == text.Length
        || BsdTimestamp.Scan(text, out parts) == text.Length
        || CompactTimestamp.Scan(text, out parts) == text.Length
        || MonthDayTimestamp.Scan(text, out parts) == text.Length
        || DayMonthTimestamp.Scan(text, out parts) == text.Length
        || CalendarTimestamp.Scan(text, out parts) == text.Length
        || BasicTimestamp.Scan(text, out parts) == text.Length
        || BsdTimestamp.ScanMinute(text, out parts);

    /// <summary>The time that a clock shows at an offset from UTC.</summary>
    /// <returns>False if the instant or the offset lies outside what <see cref="DateTimeOffset"/> can hold.</returns>
    public static bool TryCreate(DateTime clock, TimeSpan offset, out DateTimeOffset time)
    {
        long utc = clock.Ticks - offset.Ticks;
        bool holds = utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && offset.Duration() <= MaxOffset;
        time = holds ? new DateTimeOffset(clock, offset) : default;
        return holds;
    }

    private static bool TryCreate(ReadOnlySpan<byte> text, in DateParts written, DateTime reference, TimeConventions conventions, out DateTimeOffset time)
    {
        time = default;
        DateParts parts = written;
        if (!parts.Numbers.IsEmpty && !conventions.Orders.TryPlace(ref parts, reference))
        {
            return false;
        }

        bool isDay = parts.Year == 0
            ? YearInference.TryResolve(in parts, reference, out DateTime clock)
            : ClockTime.TryCreate(parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, out clock);
        if (!isDay)
        {
            return false;
        }

        TimeZoneInfo here = conventions.Zone ?? TimeZoneInfo.Local;
        TimeSpan? offset = parts.Zone.IsEmpty ? parts.Offset : ZoneText.Read(parts.Zone.Of(text), clock, here);
        return TryCreate(clock.AddTicks(parts.Fraction), offset ?? here.GetUtcOffset(clock), out time);
    }
}
