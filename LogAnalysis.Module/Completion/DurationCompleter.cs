namespace LogAnalysis.Completion;

/// <summary>Completes spans of time that are often wanted.</summary>
internal sealed class DurationCompleter : ValueCompleter
{
    private static readonly Candidate[] Spans =
    [
        new("10s", "10 seconds"),
        new("30s", "30 seconds"),
        new("1m", "1 minute"),
        new("5m", "5 minutes"),
        new("15m", "15 minutes"),
        new("1h", "1 hour"),
        new("6h", "6 hours"),
        new("1d", "1 day"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates => Spans;
}
