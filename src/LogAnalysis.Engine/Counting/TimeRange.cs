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

        First = First <= time ? First : time;
        Last = Last >= time ? Last : time;
    }
}
