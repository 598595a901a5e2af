using System.Buffers.Text;

namespace LogAnalysis.Formats;

/// <summary>Reads the times that logs carry. A time without an offset is local time.</summary>
internal static class Timestamps
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <summary>Reads a field that a format has found to be a time.</summary>
    /// <param name="text">The field.</param>
    /// <param name="reference">When the log was last written: a time without a year is not later than that.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time) =>
        (IsoTimestamp.TryRead(text, out int length, out time) && length == text.Length)
        || ClfTimestamp.TryRead(text, out time)
        || TryParseEpoch(text, out time)
        || BsdTimestamp.TryRead(text, reference, out time)
        || CompactTimestamp.TryRead(text, reference, out time);

    /// <summary>A clock time with its offset, or in the zone of this machine where <paramref name="offset"/> is null.</summary>
    /// <returns>False where the instant or the offset lies outside what <see cref="DateTimeOffset"/> can hold.</returns>
    public static bool TryCreate(DateTime clock, TimeSpan? offset, out DateTimeOffset time)
    {
        TimeSpan zone = offset ?? TimeZoneInfo.Local.GetUtcOffset(clock);
        long utc = clock.Ticks - zone.Ticks;
        bool holds = utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && zone.Duration() <= LargestOffset;
        time = holds ? new DateTimeOffset(clock, zone) : default;
        return holds;
    }

    /// <summary>
    /// Seconds since 1970, or milli-, micro- or nanoseconds: the number of digits tells, since logs are of our century.
    /// </summary>
    private static bool TryParseEpoch(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
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
        if (seconds < 0)
        {
            return false;
        }

        time = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
