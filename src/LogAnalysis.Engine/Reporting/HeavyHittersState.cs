using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of its most frequent URLs, or clients.</summary>
internal sealed record HeavyHittersState
{
    public long Total { get; init; }

    public long MaxUndercount { get; init; }

    public Dictionary<string, long> Counts { get; init; } = [];

    /// <summary>The state of what was counted. Where that is much, the rarest values are left out.</summary>
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

    /// <summary>Adds all this to what was counted elsewhere.</summary>
    public void AddTo(HeavyHitters values) => values.Add(Counts, Total, MaxUndercount);
}
