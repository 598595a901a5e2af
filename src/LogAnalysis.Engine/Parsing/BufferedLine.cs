namespace LogAnalysis.Parsing;

/// <summary>A line that was classified, and is kept until it is clear whether it belongs to something larger.</summary>
/// <param name="Line">The line.</param>
/// <param name="Format">Its format.</param>
/// <param name="Level">Its level.</param>
/// <param name="IsContinuation">Whether it continues an entry.</param>
/// <param name="Entry">Where the entry began that it begins or continues.</param>
/// <param name="Ordinal">The place of that entry there.</param>
internal sealed record BufferedLine(PendingLine Line, LogFormat Format, LogLevel Level, bool IsContinuation, EntryState Entry, long Ordinal);
