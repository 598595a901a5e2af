namespace LogAnalysis.Times;

/// <summary>The earliest and the latest of many times; both null until there was one.</summary>
internal struct TimeRange
{
    private DateTimeOffset _first;
    private DateTimeOffset _last;
    private bool _any;

    public readonly DateTimeOffset? First => _any ? _first : null;

    public readonly DateTimeOffset? Last => _any ? _last : null;

    /// <summary>Takes one time; null is skipped.</summary>
    public void Add(DateTimeOffset? time)
    {
        if (time is DateTimeOffset known)
        {
            Add(known);
        }
    }

    /// <summary>Takes one time.</summary>
    public void Add(DateTimeOffset time)
    {
        // Logs are written in the order of time: nearly always it is the last one.
        if (!_any)
        {
            (_any, _first, _last) = (true, time, time);
        }
        else if (IsBefore(_last, time))
        {
            _last = time;
        }
        else if (IsBefore(time, _first))
        {
            _first = time;
        }
    }

    /// <summary>Takes all times of another range.</summary>
    public void Merge(TimeRange other)
    {
        Add(other.First);
        Add(other.Last);
    }

    /// <summary>The same moment can be written with several offsets: then these decide, so that the order of adding does not.</summary>
    private static bool IsBefore(DateTimeOffset time, DateTimeOffset other) =>
        time.UtcTicks < other.UtcTicks || (time.UtcTicks == other.UtcTicks && time.Offset < other.Offset);
}
