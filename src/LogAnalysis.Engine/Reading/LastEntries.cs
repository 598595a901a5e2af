namespace LogAnalysis.Reading;

/// <summary>The last wanted entries of a sequence with those around them.</summary>
/// <param name="count">How many wanted ones.</param>
/// <param name="context">How many around each.</param>
internal sealed class LastEntries(int count, EntryContext context)
{
    private readonly ContextWindow _window = new(context);
    private readonly LinkedList<(LogEntry Entry, long Index)> _entries = [];
    private readonly Queue<long> _wanted = [];
    private long _seen;

    /// <summary>Whether there can be nothing more before the first of them: they are as many as are wanted, and what is around them is known.</summary>
    public bool AreComplete => _wanted.Count == count && _wanted.TryPeek(out long first) && first >= context.Before;

    /// <summary>How many wanted ones there are.</summary>
    public int Count => _wanted.Count;

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyCollection<LogEntry> ToEntries() => [.. _entries.Select(item => item.Entry)];

    /// <summary>Takes the next entry.</summary>
    public void Add(LogEntry entry, bool isWanted)
    {
        if (!isWanted && context.IsEmpty)
        {
            _seen++;
            return;
        }

        // What is selected ends with this entry, and was in one row before it.
        LogEntry[] selected = [.. _window.Add(entry, isWanted)];
        for (int i = 0; i < selected.Length; i++)
        {
            _entries.AddLast((selected[i], _seen - (selected.Length - 1 - i)));
        }

        if (isWanted)
        {
            _wanted.Enqueue(_seen);
        }

        _seen++;
        if (_wanted.Count > count)
        {
            DropFirst();
        }
    }

    /// <summary>Drops the first wanted entry, and what is around it but not around the next.</summary>
    private void DropFirst()
    {
        long dropped = _wanted.Dequeue();
        long keptFrom = _wanted.TryPeek(out long next) ? next - context.Before : long.MaxValue;
        while (_entries.First is { } first && (first.Value.Index <= dropped || first.Value.Index < keptFrom))
        {
            _entries.RemoveFirst();
        }
    }
}
