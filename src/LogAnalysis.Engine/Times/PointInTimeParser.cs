using System.Globalization;

namespace LogAnalysis.Times;

/// <summary>Reads points in time as people write them: a date, a time of day (of today), <c>today</c>, <c>yesterday</c>, or a span back from now (<c>-1h</c>, <c>1h30m</c>).</summary>
internal static class PointInTimeParser
{
    private static readonly string[] ClockFormats = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"];

    /// <param name="text">What was written.</param>
    /// <param name="now">The present, in the zone in which times without one are meant.</param>
    /// <returns>The time; null if the text is none.</returns>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        text = text.Trim();
        if (text.StartsWith('-'))
        {
            return Duration.Parse(text[1..]) is TimeSpan span ? Before(now, span) : null;
        }

        if (Duration.ParseWithUnits(text) is TimeSpan back)
        {
            return Before(now, back);
        }

        if (BeginningOf(text, now.Date) is DateTime day)
        {
            return Local(day);
        }

        if (TimeOnly.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock))
        {
            return Local(now.Date + clock.ToTimeSpan());
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time) ? time : null;
    }

    /// <summary>A point in time before the present; null where none is so long ago.</summary>
    /// <param name="now">The present.</param>
    /// <param name="span">How long before. A negative one means the same: times to come are in no log.</param>
    public static DateTimeOffset? Before(DateTimeOffset now, TimeSpan span) =>
        span > TimeSpan.MinValue && span.Duration() < now - DateTimeOffset.MinValue ? now - span.Duration() : null;

    private static DateTime? BeginningOf(string day, DateTime today) => day.ToLowerInvariant() switch
    {
        "today" => today,
        "yesterday" => today.AddDays(-1),
        _ => null,
    };

    private static DateTimeOffset Local(DateTime clock) => new(DateTime.SpecifyKind(clock, DateTimeKind.Local));
}
