namespace LogAnalysis.Following;

/// <summary>What a checkpoint file holds: how far a set of files had been read.</summary>
/// <param name="Seen">Every file that was there before is among the positions, or was read and forgotten. What appeared later may be unknown.</param>
/// <param name="Positions">The positions, by path in the order in which the files are to be read.</param>
internal sealed record Checkpoint(DateTime Seen, IReadOnlyList<LogPosition> Positions);
