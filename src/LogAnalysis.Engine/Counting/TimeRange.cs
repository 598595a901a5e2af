namespace LogAnalysis.Counting;

/// <summary>The earliest and the latest of many times; both null until there was one.</summary>
internal struct TimeRange
{
    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>Takes one time; null is passed over.</summary>
    public void Add(DateTimeOffset? time)
    {
        if (time is null)
        {
            return;
        }

        First = First is null || IsBefore(time.Value, First.Value) ? time : First;
        Last = Last is null || IsBefore(Last.Value, time.Value) ? time : Last;
    }

    /// <summary>Takes all times of another range.</summary>
    public void Join(TimeRange other)
    {
        Add(other.First);
        Add(other.Last);
    }

    /// <summary>The same moment can be written with several offsets: then these decide, so that the order of adding does not.</summary>
    private static bool IsBefore(DateTimeOffset time, DateTimeOffset other) => time < other || (time == other && time.Offset < other.Offset);
}
