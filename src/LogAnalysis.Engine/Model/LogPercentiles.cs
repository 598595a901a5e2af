namespace LogAnalysis;

/// <summary>How long responses took. Each percentile is too high by at most 1 %; the longest is exact.</summary>
public sealed class LogPercentiles
{
    /// <summary>How many responses tell how long they took.</summary>
    public required long Count { get; init; }

    /// <summary>Half of the responses took no longer.</summary>
    public required TimeSpan P50 { get; init; }

    /// <summary>90 % of the responses took no longer.</summary>
    public required TimeSpan P90 { get; init; }

    /// <summary>95 % of the responses took no longer.</summary>
    public required TimeSpan P95 { get; init; }

    /// <summary>99 % of the responses took no longer.</summary>
    public required TimeSpan P99 { get; init; }

    /// <summary>The longest time.</summary>
    public required TimeSpan Max { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"P50 {P50}, P99 {P99}";
}
