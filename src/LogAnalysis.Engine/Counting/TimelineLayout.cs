using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>Makes the buckets that are shown of those that are kept.</summary>
internal static class TimelineLayout
{
    /// <summary>Where there would be more, the empty buckets are left out.</summary>
    private const int MaxWithEmpty = 10_000;

    /// <summary>The timeline as it is shown.</summary>
    /// <param name="kept">The buckets that are kept, in the order of time, none of them empty.</param>
    /// <param name="keptSize">How long each is.</param>
    /// <param name="askedSize">The width that was asked for; null to choose the smallest with which there are few enough.</param>
    /// <param name="offset">The offset of the log.</param>
    public static TimelineView Of(LogTimeBucket[] kept, TimeSpan keptSize, TimeSpan? askedSize, TimeSpan offset)
    {
        if (kept.Length == 0)
        {
            return new TimelineView([], askedSize ?? keptSize);
        }

        long[] starts = StartsOf(kept);
        (int first, int last) = TimeOutliers.Trim(starts, [.. kept.Select(bucket => bucket.Entries)], (long)keptSize.TotalSeconds);

        // A bucket that is kept is never split: where an offset would, the buckets begin with the hours and days of UTC.
        long shift = offset.Ticks % keptSize.Ticks == 0 ? (long)offset.TotalSeconds : 0;
        long width = (long)(askedSize ?? SmallestFor(starts[first] + shift, starts[last] + shift, keptSize)).TotalSeconds;
        ILookup<long, LogTimeBucket> byKey = kept[first..(last + 1)].ToLookup(bucket => BucketLadder.KeyOf(bucket.Start.ToUnixTimeSeconds() + shift, width));
        long from = BucketLadder.KeyOf(starts[first] + shift, width);
        long to = BucketLadder.KeyOf(starts[last] + shift, width);
        IEnumerable<long> keys = to - from >= MaxWithEmpty ? byKey.Select(group => group.Key) : Enumerable.Range(0, (int)(to - from) + 1).Select(i => from + i);
        LogTimeBucket[] omitted = [.. kept[..first], .. kept[(last + 1)..]];
        return new TimelineView([.. keys.Select(key => BucketCounter.Sum(byKey[key], At((key * width) - shift)))], TimeSpan.FromSeconds(width))
        {
            Kept = kept[first..(last + 1)],
            OmittedEntries = omitted.Sum(bucket => bucket.Entries),
            OmittedFrom = omitted.FirstOrDefault()?.Start ?? default,
            OmittedTo = omitted.LastOrDefault()?.Start ?? default,
        };
    }

    /// <summary>When buckets begin, in seconds since 1970.</summary>
    public static long[] StartsOf(LogTimeBucket[] buckets) => [.. buckets.Select(bucket => bucket.Start.ToUnixTimeSeconds())];

    /// <summary>The time of a second since 1970; where the calendar does not have it, the one that is next to it.</summary>
    public static DateTimeOffset At(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(second, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    private static TimeSpan SmallestFor(long from, long to, TimeSpan keptSize)
    {
        long width = BucketLadder.Widths
            .Where(width => width >= (long)keptSize.TotalSeconds)
            .FirstOrDefault(width => BucketLadder.KeyOf(to, width) - BucketLadder.KeyOf(from, width) < Timeline.MaxBuckets, BucketLadder.Widths[^1]);
        return TimeSpan.FromSeconds(width);
    }
}
