namespace LogAnalysis;

/// <summary>How many entries of one level there were.</summary>
public sealed class LogLevelCount
{
    /// <summary>The level.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>How many entries have it; at least 1.</summary>
    public required long Count { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Level} {Count}";
}
