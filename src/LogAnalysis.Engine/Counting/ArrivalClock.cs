namespace LogAnalysis.Counting;

/// <summary>The time at which something arrives. It never goes back: where the clock is set back, it goes on from where it was.</summary>
internal sealed class ArrivalClock(TimeProvider clock)
{
    private DateTimeOffset _last = clock.GetUtcNow();
    private long _timestamp = clock.GetTimestamp();

    /// <summary>The present.</summary>
    public DateTimeOffset Now
    {
        get
        {
            long timestamp = clock.GetTimestamp();
            DateTimeOffset byElapsed = _last + clock.GetElapsedTime(_timestamp, timestamp);
            DateTimeOffset shown = clock.GetUtcNow();
            (_last, _timestamp) = (shown > byElapsed ? shown : byElapsed, timestamp);
            return _last;
        }
    }
}
