using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>The timeline that a group of errors shows: what was counted of its times, in few buckets.</summary>
internal static class GroupTimeline
{
    /// <summary>No more buckets than this.</summary>
    public const int MaxBuckets = 24;

    /// <summary>The buckets from the first to the last that is not empty, of equal width.</summary>
    /// <param name="occurrences">When they occurred; null where that is not known.</param>
    /// <param name="level">The level of the group.</param>
    public static LogTimeBucket[] ToBuckets(OccurrenceTimeline? occurrences, LogLevel level)
    {
        (long Key, long Count)[] fine = [.. occurrences?.Buckets ?? []];
        if (fine.Length == 0)
        {
            return [];
        }

        long first = fine[0].Key * occurrences!.Width;
        long last = fine[^1].Key * occurrences.Width;
        long width = Array.Find(BucketLadder.Widths, width => width >= occurrences.Width && BucketLadder.KeyOf(last, width) - BucketLadder.KeyOf(first, width) < MaxBuckets);
        width = width == 0 ? BucketLadder.Widths[^1] : width;
        long start = BucketLadder.KeyOf(first, width);
        long[] counts = new long[BucketLadder.KeyOf(last, width) - start + 1];
        foreach ((long key, long count) in fine)
        {
            counts[BucketLadder.KeyOf(key * occurrences.Width, width) - start] += count;
        }

        return [.. counts.Select((count, index) => ToBucket((start + index) * width, count, level))];
    }

    /// <summary>What is known of the times of a group that comes from elsewhere: its buckets, or that all were at one time; null for nothing.</summary>
    public static OccurrenceTimeline? ToOccurrences(LogErrorGroup group)
    {
        long width = group.Timeline.Length < 2 ? 0 : (long)(group.Timeline[1].Start - group.Timeline[0].Start).TotalSeconds;
        if (!BucketLadder.Widths.Contains(width))
        {
            return OccurrenceTimeline.At(group.First, group.Last, group.Count);
        }

        var occurrences = new OccurrenceTimeline();
        occurrences.Add(width, group.Timeline.Where(bucket => bucket.Entries > 0).Select(bucket => (BucketLadder.KeyOf(bucket.Start.ToUnixTimeSeconds(), width), bucket.Entries)));
        return occurrences;
    }

    private static LogTimeBucket ToBucket(long second, long count, LogLevel level) => new()
    {
        Start = TimelineLayout.At(second),
        Entries = count,
        Errors = level >= LogLevel.Error ? count : 0,
        Warnings = level == LogLevel.Warning ? count : 0,
    };
}
