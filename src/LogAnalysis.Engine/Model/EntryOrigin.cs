namespace LogAnalysis.Model;

/// <summary>When an entry was logged, how serious it is, and where it is.</summary>
internal readonly record struct EntryOrigin(DateTimeOffset? Time, LogLevel Level, string? Path);
