namespace LogAnalysis.Following;

/// <summary>
/// The time at which something was looked at, to be compared with times of files. Those come from the system's clock, which can be set back
/// meanwhile: then this is what that clock would have shown.
/// </summary>
internal readonly struct ObservedTime
{
    private readonly TimeProvider _clock;
    private readonly DateTime _time;
    private readonly long _timestamp;

    /// <summary>The present.</summary>
    public ObservedTime(TimeProvider clock)
        : this(clock, clock.GetUtcNow().UtcDateTime)
    {
    }

    /// <summary>A time that was noted earlier, perhaps by another process; the present, if the clock has been set back to before it.</summary>
    public ObservedTime(TimeProvider clock, DateTime time) => (_clock, _time, _timestamp) = (clock, time, clock.GetTimestamp());

    /// <summary>The time, in UTC, by the clock as it is set at present.</summary>
    public DateTime Time
    {
        get
        {
            DateTime byElapsed = _clock.GetUtcNow().UtcDateTime - _clock.GetElapsedTime(_timestamp);
            return byElapsed < _time ? byElapsed : _time;
        }
    }
}
