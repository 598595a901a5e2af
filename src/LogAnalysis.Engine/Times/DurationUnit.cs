namespace LogAnalysis.Times;

/// <summary>What a format counts durations in.</summary>
internal enum DurationUnit
{
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,

    /// <summary>The field is the end of an access log's line, in which the duration has yet to be found: few ask for it.</summary>
    AccessLog,
}
