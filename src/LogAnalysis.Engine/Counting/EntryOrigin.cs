using LogAnalysis.Formats;

namespace LogAnalysis.Counting;

/// <summary>When an entry was logged, how serious it is, and where it is.</summary>
internal readonly record struct EntryOrigin(DateTimeOffset? Time, LogLevel Level, string? Path)
{
    /// <summary>That of the entry that a line begins.</summary>
    public static EntryOrigin Of(in LogLine line) => new(line.ParseTimestamp(), line.Level, line.Path);
}
