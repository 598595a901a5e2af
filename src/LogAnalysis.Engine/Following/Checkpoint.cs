namespace LogAnalysis.Following;

/// <summary>What a checkpoint file holds: how far a set of files had been read at some moment.</summary>
/// <param name="Saved">The moment.</param>
/// <param name="Positions">The positions, by path in the order in which the files are to be read.</param>
internal sealed record Checkpoint(DateTime Saved, IReadOnlyList<LogPosition> Positions);
