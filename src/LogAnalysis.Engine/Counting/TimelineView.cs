namespace LogAnalysis.Counting;

/// <summary>A timeline as it is shown.</summary>
/// <param name="Buckets">The buckets, the empty ones too unless there would be very many.</param>
/// <param name="BucketSize">How long each is.</param>
internal sealed record TimelineView(LogTimeBucket[] Buckets, TimeSpan BucketSize)
{
    /// <summary>What the buckets are made of: finer ones, none of them empty.</summary>
    public LogTimeBucket[] Kept { get; init; } = [];

    /// <summary>How many entries are in no bucket, since their times are far from all others.</summary>
    public long OmittedEntries { get; init; }

    /// <summary>The first of their times, to the accuracy of a bucket.</summary>
    public DateTimeOffset OmittedFrom { get; init; }

    /// <summary>The last of their times, to the accuracy of a bucket.</summary>
    public DateTimeOffset OmittedTo { get; init; }
}
