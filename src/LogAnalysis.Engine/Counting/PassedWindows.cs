namespace LogAnalysis.Counting;

/// <summary>Up to which window of time results were given away, and how far the log has come.</summary>
/// <param name="began">When counting began.</param>
internal sealed class PassedWindows(DateTimeOffset began)
{
    /// <summary>A longer pause, in windows, is no pause of a log that is followed: the log is of another time.</summary>
    private const int MaxGap = 1000;

    private long? _taken;

    /// <summary>When counting began.</summary>
    public DateTimeOffset Began => began;

    /// <summary>The latest window to which the log has come; null before the first.</summary>
    public long? Latest { get; private set; }

    /// <summary>The window after the last that was given away; null where none was.</summary>
    public long? Next => _taken + 1;

    /// <summary>The log has come to a window.</summary>
    /// <returns>Whether it is later than all before it, or another time begins: one entry with a wrong time does not stop the log.</returns>
    public bool TryAdvance(long key)
    {
        bool isOtherTime = key < Latest - MaxGap;
        if (!isOtherTime && key <= Latest)
        {
            return false;
        }

        _taken = isOtherTime ? null : _taken;
        Latest = key;
        return true;
    }

    /// <summary>Takes the windows before another one, in their order.</summary>
    /// <param name="open">Those that have entries, in their order.</param>
    /// <param name="end">The one before which they are.</param>
    /// <param name="fills">Whether a window is wanted that has no entries.</param>
    public long[] Take(IEnumerable<long> open, long end, Func<long, bool> fills)
    {
        long[] counted = [.. open.TakeWhile(key => key < end)];
        long first = _taken + 1 ?? (counted.Length > 0 ? counted[0] : end);
        long[] empty = end - first > MaxGap ? [] : [.. LongRange(first, end).Except(counted).Where(fills)];
        _taken = Math.Max(_taken ?? long.MinValue, end - 1);
        return [.. counted.Concat(empty).Order()];
    }

    private static IEnumerable<long> LongRange(long first, long end)
    {
        for (long key = first; key < end; key++)
        {
            yield return key;
        }
    }
}
