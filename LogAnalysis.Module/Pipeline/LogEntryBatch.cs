namespace LogAnalysis.Pipeline;

/// <summary>Entries that go from one command of the module to the next in one object. Nobody else ever sees it.</summary>
/// <param name="entries">The entries.</param>
/// <param name="onTaken">Is told each time that one more has been taken.</param>
internal sealed class LogEntryBatch(IReadOnlyList<LogEntry> entries, Action? onTaken = null)
{
    /// <summary>The entries.</summary>
    public IReadOnlyList<LogEntry> Entries { get; } = entries;

    /// <summary>One more of them has been taken.</summary>
    public void Take() => onTaken?.Invoke();
}
