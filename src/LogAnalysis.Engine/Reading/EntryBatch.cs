namespace LogAnalysis.Reading;

/// <summary>
/// Gathers entries, so that they are passed on many at a time. Batch size starts at 1, for low latency, and doubles.
/// </summary>
internal sealed class EntryBatch(Action<LogEntry[]> passOn)
{
    private const int MaxEntries = 256;
    private const int MaxBytes = 1 << 18;

    private readonly List<LogEntry> _entries = new(MaxEntries);
    private int _target = 1;
    private long _bytes;

    /// <summary>Takes an entry.</summary>
    public void Add(LogEntry entry)
    {
        _entries.Add(entry);
        _bytes += entry.TextLength;
        if (_entries.Count >= _target || _bytes >= MaxBytes)
        {
            Flush();
        }
    }

    /// <summary>Passes on what has been gathered.</summary>
    public void Flush()
    {
        if (_entries.Count > 0)
        {
            LogEntry[] entries = [.. _entries];
            _entries.Clear();
            _bytes = 0;
            _target = Math.Min(2 * _target, MaxEntries);
            passOn(entries);
        }
    }
}
