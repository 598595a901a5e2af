namespace LogAnalysis.Formats;

/// <summary>What a format counts durations in.</summary>
internal enum DurationUnit
{
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}
