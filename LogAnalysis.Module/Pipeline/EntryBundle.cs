namespace LogAnalysis.Pipeline;

/// <summary>Entries that go from one command of the module to the next in one object. Nobody else ever sees it.</summary>
/// <param name="entries">The entries.</param>
internal sealed class EntryBundle(IReadOnlyList<LogEntry> entries)
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<LogEntry> Entries { get; } = entries;

    /// <summary>How many of them have been taken so far, the first ones.</summary>
    public int Taken { get; set; }
}
