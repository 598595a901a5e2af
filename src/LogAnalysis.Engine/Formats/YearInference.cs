namespace LogAnalysis.Formats;

/// <summary>Which year a time without one is of: the latest that does not lie in the future of its log.</summary>
internal static class YearInference
{
    /// <summary>How far back a 29 February may have to be looked for.</summary>
    public const int YearsBack = 8;

    /// <summary>Clocks of two machines, and their zones, differ by this much at the most.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Whether a time is no later than the log was written.</summary>
    /// <param name="clock">The time, in a year that is tried.</param>
    /// <param name="reference">When the log was last written.</param>
    public static bool IsPast(DateTime clock, DateTime reference) =>
        reference > DateTime.MaxValue - Tolerance || clock <= reference + Tolerance;
}
