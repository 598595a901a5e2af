using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>What is saved of when something occurred.</summary>
/// <param name="Width">How long each bucket is, in seconds.</param>
/// <param name="Keys">The numbers of the buckets since 1970; each but the first as its distance from the one before.</param>
/// <param name="Counts">How often it occurred in each.</param>
internal sealed record OccurrenceState(long Width, long[] Keys, long[] Counts)
{
    /// <summary>Whether it can be what was counted: it may come from anywhere.</summary>
    public bool IsWhole => Keys is not null && Counts is not null && Keys.Length == Counts.Length && Keys.Length <= OccurrenceTimeline.MaxBuckets && BucketLadder.Widths.Contains(Width) && AreTimes();

    /// <summary>The state of a timeline; null where there is none.</summary>
    public static OccurrenceState? Of(OccurrenceTimeline? occurrences)
    {
        if (occurrences is null)
        {
            return null;
        }

        (long Key, long Count)[] buckets = [.. occurrences.Buckets];
        return new OccurrenceState(occurrences.Width, [.. buckets.Select((bucket, i) => bucket.Key - (i == 0 ? 0 : buckets[i - 1].Key))], [.. buckets.Select(bucket => bucket.Count)]);
    }

    /// <summary>The timeline that this was.</summary>
    public OccurrenceTimeline ToTimeline()
    {
        var occurrences = new OccurrenceTimeline();
        long key = 0;
        occurrences.Add(Width, Keys.Select((distance, i) => (key += distance, Counts[i])));
        return occurrences;
    }

    /// <summary>Whether the buckets ascend, between the first time that there is and the last.</summary>
    private bool AreTimes()
    {
        (long first, long last) = (BucketLadder.KeyOf(DateTimeOffset.MinValue.ToUnixTimeSeconds(), Width), BucketLadder.KeyOf(DateTimeOffset.MaxValue.ToUnixTimeSeconds(), Width));
        Int128 key = 0;
        for (int i = 0; i < Keys.Length; i++)
        {
            key += Keys[i];
            if (key < first || key > last || (i > 0 && Keys[i] <= 0))
            {
                return false;
            }
        }

        return true;
    }
}
