using LogAnalysis.Files;

namespace LogAnalysis.Reading;

/// <summary>
/// Merges the entries of several files by time. Each file is taken to be in order; of each, one entry is held. An entry without a time stays
/// after the one before it.
/// </summary>
internal sealed class EntryMerge : IDisposable
{
    private readonly PriorityQueue<Source, (DateTimeOffset Time, int Order)> _queue = new();
    private readonly Action<LogFileException> _report;
    private int _count;

    /// <param name="report">Takes the reason why a file can be read no further; the others go on.</param>
    public EntryMerge(Action<LogFileException> report) => _report = report;

    /// <summary>Adds a file's entries.</summary>
    public void Add(IEnumerator<LogEntry> entries) => Enqueue(new Source(entries, _count++));

    /// <summary>The entries, earliest first; of several with the same time those of the file that was added first.</summary>
    public IEnumerable<LogEntry> Merge()
    {
        while (_queue.TryDequeue(out Source? source, out _))
        {
            yield return source.Entries.Current;
            Enqueue(source);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_queue.TryDequeue(out Source? source, out _))
        {
            source.Entries.Dispose();
        }
    }

    private void Enqueue(Source source)
    {
        try
        {
            if (source.Entries.MoveNext())
            {
                source.Time = source.Entries.Current.Timestamp ?? source.Time;
                _queue.Enqueue(source, (source.Time, source.Order));
                return;
            }
        }
        catch (LogFileException failure)
        {
            _report(failure);
        }

        source.Entries.Dispose();
    }

    private sealed class Source(IEnumerator<LogEntry> entries, int order)
    {
        public IEnumerator<LogEntry> Entries { get; } = entries;

        public int Order { get; } = order;

        public DateTimeOffset Time { get; set; } = DateTimeOffset.MinValue;
    }
}
