namespace LogAnalysis.Reading;

/// <summary>Selects the wanted entries of a sequence with those around them, each once.</summary>
/// <param name="context">How many around each.</param>
internal sealed class ContextWindow(EntryContext context)
{
    private readonly Queue<LogEntry> _before = [];
    private int _after;

    /// <summary>Takes the next entry, and gives what is selected by it: the entry itself, and what was before it where it is wanted.</summary>
    public IEnumerable<LogEntry> Add(LogEntry entry, bool isWanted)
    {
        if (isWanted)
        {
            _after = context.After;
            while (_before.TryDequeue(out LogEntry? before))
            {
                yield return before.AsContext();
            }

            yield return entry;
        }
        else if (_after > 0)
        {
            _after--;
            yield return entry.AsContext();
        }
        else if (context.Before > 0)
        {
            if (_before.Count == context.Before)
            {
                _before.Dequeue();
            }

            _before.Enqueue(entry);
        }
    }
}
