namespace LogAnalysis.Times;

/// <summary>Reads the times that logs carry. A time without an offset is local time.</summary>
internal static class Timestamps
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>Reads a field that a format has found to be a time.</summary>
    /// <param name="text">The field.</param>
    /// <param name="reference">When the log was last written: a time without a year is not later than that.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time) =>
        (IsoTimestamp.TryRead(text, out int length, out time) && length == text.Length)
        || ClfTimestamp.TryRead(text, out time)
        || EpochTimestamp.TryRead(text, out time)
        || BsdTimestamp.TryRead(text, reference, out time)
        || CompactTimestamp.TryRead(text, reference, out time)
        || MonthDayTimestamp.TryRead(text, reference, out time)
        || DayMonthTimestamp.TryRead(text, reference, out time)
        || CalendarTimestamp.TryRead(text, out time)
        || BasicTimestamp.TryRead(text, out time);

    /// <summary>A clock time with its offset, or in the zone of this machine where <paramref name="offset"/> is null.</summary>
    /// <returns>False if the instant or the offset lies outside what <see cref="DateTimeOffset"/> can hold.</returns>
    public static bool TryCreate(DateTime clock, TimeSpan? offset, out DateTimeOffset time)
    {
        TimeSpan zone = offset ?? TimeZoneInfo.Local.GetUtcOffset(clock);
        long utc = clock.Ticks - zone.Ticks;
        bool holds = utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && zone.Duration() <= MaxOffset;
        time = holds ? new DateTimeOffset(clock, zone) : default;
        return holds;
    }
}
