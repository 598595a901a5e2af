namespace LogAnalysis.Pipeline;

/// <summary>
/// Entries that go from one command of the module to the next in one object; users never see it. Where another command is between, entries
/// travel alone, and <see cref="Live"/> says of each where it came from.
/// </summary>
/// <param name="entries">The entries.</param>
/// <param name="onTaken">Called each time that one more has been taken.</param>
internal sealed class LogEntryBatch(IReadOnlyList<LogEntry> entries, Action? onTaken = null)
{
    // PowerShell calls the next commands of a pipeline from within WriteObject, on the same thread: they are given
    // what is being written here.
    [ThreadStatic]
    private static LogEntryBatch? BeingWritten;

    private int _taken;

    public IReadOnlyList<LogEntry> Entries { get; } = entries;

    /// <summary>Whether it comes from a follower that goes on: there is no end of the input at which to write results.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether the follower had nothing more after it.</summary>
    public bool IsLastBeforePause { get; init; }

    /// <summary>The follower's batch that an entry comes from which travelled alone; null for all other entries.</summary>
    public static LogEntryBatch? Live(LogEntry entry) =>
        BeingWritten is { IsLive: true } batch && batch.Entries[batch._taken].Path == entry.Path ? batch : null;

    /// <summary>Where an entry comes from.</summary>
    public static InputOrigin OriginOf(LogEntry entry) =>
        BeingWritten is not { } batch || batch.Entries[batch._taken].Path != entry.Path ? InputOrigin.Unknown : batch.Origin;

    /// <summary>Where its entries come from.</summary>
    public InputOrigin Origin => IsLive ? InputOrigin.Followed : InputOrigin.Finite;

    /// <summary>Whether nothing comes after an entry for now.</summary>
    public bool EndsWith(LogEntry entry) => IsLastBeforePause && ReferenceEquals(Entries[^1], entry);

    /// <summary>To be called when one more has been taken.</summary>
    public void Take()
    {
        _taken++;
        onTaken?.Invoke();
    }

    /// <summary>Writes the entries one by one.</summary>
    public void WriteEach(Action<LogEntry> write)
    {
        LogEntryBatch? outer = BeingWritten;
        BeingWritten = this;
        try
        {
            foreach (LogEntry entry in Entries)
            {
                write(entry);
                Take();
            }
        }
        finally
        {
            BeingWritten = outer;
        }
    }
}
