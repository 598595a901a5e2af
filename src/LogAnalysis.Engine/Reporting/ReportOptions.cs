using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report counts and shows.</summary>
internal sealed record ReportOptions
{
    /// <summary>How many patterns, URLs and clients a report shows by default.</summary>
    public const int DefaultTop = 10;

    /// <summary>How many patterns, URLs and clients to show, the most frequent.</summary>
    public int Top { get; init; } = DefaultTop;

    /// <summary>How wide the buckets of the timeline are, in whole seconds; null to choose.</summary>
    public TimeSpan? BucketSize { get; init; }

    /// <summary>What is a value in messages besides; null for nothing.</summary>
    public MessageMasks? Masks { get; init; }
}
