namespace LogAnalysis.Times;

/// <summary>Which year a time without one is of: the latest that does not lie in the future of its log.</summary>
internal static class YearInference
{
    /// <summary>How far back a 29 February may have to be looked for.</summary>
    private const int YearsBack = 8;

    /// <summary>Clocks of two machines, and their zones, differ by this much at most.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Finds the year.</summary>
    /// <param name="parts">The time; its year is undefined.</param>
    /// <param name="reference">When the log was last written.</param>
    /// <param name="time">The time, local.</param>
    /// <returns>False if the time exists in no year.</returns>
    public static bool TryResolve(in DateParts parts, DateTime reference, out DateTimeOffset time)
    {
        for (int year = reference.Year + 1; year > reference.Year - YearsBack; year--)
        {
            if (ClockTime.TryCreate(year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, out DateTime clock) && IsPast(clock, reference))
            {
                return Timestamps.TryCreate(clock.AddTicks(parts.Fraction), null, out time);
            }
        }

        time = default;
        return false;
    }

    private static bool IsPast(DateTime clock, DateTime reference) =>
        reference > DateTime.MaxValue - Tolerance || clock <= reference + Tolerance;
}
