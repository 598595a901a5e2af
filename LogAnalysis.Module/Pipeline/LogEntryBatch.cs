namespace LogAnalysis.Pipeline;

/// <summary>
/// Entries that go from one command of the module to the next in one object; users never see it. Where another command is between, entries
/// travel alone, and <see cref="Live"/> says of each where it came from.
/// </summary>
/// <param name="entries">The entries.</param>
/// <param name="onTaken">Called each time that one more has been taken.</param>
internal sealed class LogEntryBatch(IReadOnlyList<LogEntry> entries, Action? onTaken = null)
{
    // PowerShell calls the commands of a pipeline from within WriteObject, on one thread. What is being written there is
    // what any command further down is given.
    [ThreadStatic]
    private static LogEntryBatch? BeingWritten;

    private int _taken;

    /// <summary>The entries.</summary>
    public IReadOnlyList<LogEntry> Entries { get; } = entries;

    /// <summary>Whether a follower read it that goes on: the input has no end at which results could be written.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether the follower had nothing more to give behind it.</summary>
    public bool IsLastBeforePause { get; init; }

    /// <summary>The batch of a follower that an entry came from, though it reached this command alone; null for all other entries.</summary>
    public static LogEntryBatch? Live(LogEntry entry) =>
        BeingWritten is { IsLive: true } batch && batch.Entries[batch._taken].Path == entry.Path ? batch : null;

    /// <summary>Whether nothing comes behind an entry for the moment.</summary>
    public bool EndsWith(LogEntry entry) => IsLastBeforePause && ReferenceEquals(Entries[^1], entry);

    /// <summary>One more of them has been taken.</summary>
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
