namespace LogAnalysis.Model;

/// <summary>
/// Which entry a line belongs to. In a log of several containers, lines of one may continue an entry that began before those of the others.
/// </summary>
/// <param name="Stream">The lines among which it began, those of one container or of a whole file; known by reference.</param>
/// <param name="Ordinal">Its 1-based place among the entries of the stream; 0 for the lines before the first.</param>
internal readonly record struct EntryId(object Stream, long Ordinal);
