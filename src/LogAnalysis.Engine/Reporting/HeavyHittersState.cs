using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of its most frequent URLs, or clients.</summary>
internal sealed record HeavyHittersState
{
    public long Total { get; init; }

    public long MaxUndercount { get; init; }

    public Dictionary<string, long> Counts { get; init; } = [];

    /// <summary>The state of a counter, which forgets its rarest values where there are many.</summary>
    public static HeavyHittersState Of(HeavyHitters values)
    {
        values.Prune();
        return new HeavyHittersState
        {
            Total = values.Total,
            MaxUndercount = values.MaxUndercount,
            Counts = values.Sorted().ToDictionary(),
        };
    }

    public void AddTo(HeavyHitters values) => values.Add(Counts, Total, MaxUndercount);
}
