namespace LogAnalysis.Counting;

/// <summary>What is saved of a <see cref="GroupTrend"/>.</summary>
/// <param name="Start">When the first bucket begins, in seconds since 1970.</param>
/// <param name="Width">The width of a bucket, in seconds.</param>
/// <param name="Counts">The counts.</param>
internal sealed record TrendState(long Start, long Width, long[] Counts)
{
    private const long MaxSecond = 1L << 38;

    /// <summary>Whether nothing is missing, and all numbers can be.</summary>
    internal bool IsWhole => Counts is { Length: <= GroupTrend.MaxBuckets } && Array.TrueForAll(Counts, count => count is >= 0 and <= TemplateState.MaxCount)
        && Math.Abs(Start) < MaxSecond && Width is > 0 and < MaxSecond;

    /// <summary>The state of a trend.</summary>
    public static TrendState Of(GroupTrend trend) => new(trend.Start, trend.Width, trend.Counts.ToArray());

    /// <summary>The trend that this was.</summary>
    public GroupTrend ToTrend()
    {
        var trend = new GroupTrend();
        trend.Add(Start, Width, Counts);
        return trend;
    }
}
