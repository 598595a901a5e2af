namespace LogAnalysis.Times;

/// <summary>Which year a time without one is of: the latest that does not lie in the future of its log, and in which the day is of the stated weekday.</summary>
internal static class YearInference
{
    /// <summary>How far back a 29 February may have to be looked for.</summary>
    private const int YearsBack = 8;

    /// <summary>Clocks of two machines, and their zones, differ by this much at most.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Finds the year.</summary>
    /// <param name="parts">The time; its year is undefined.</param>
    /// <param name="reference">When the log was last written.</param>
    /// <param name="clock">The time without its fraction.</param>
    /// <returns>False if the time exists in no year.</returns>
    public static bool TryResolve(in DateParts parts, DateTime reference, out DateTime clock)
    {
        DateTime? latest = null;
        for (int year = Math.Min(reference.Year + 1, DateTime.MaxValue.Year); year > reference.Year - YearsBack; year--)
        {
            if (ClockTime.TryCreate(year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, out clock) && IsPast(clock, reference))
            {
                if (parts.Weekday is null || clock.DayOfWeek == parts.Weekday)
                {
                    return true;
                }

                latest ??= clock;
            }
        }

        clock = latest ?? default;
        return latest is not null;
    }

    /// <summary>Whether a time does not lie in the future of a log that was last written at <paramref name="reference"/>.</summary>
    public static bool IsPast(DateTime clock, DateTime reference) =>
        reference > DateTime.MaxValue - Tolerance || clock <= reference + Tolerance;
}
