namespace LogAnalysis.Model;

/// <summary>What a sink knows of the entry that each stream began last, for the lines that continue it.</summary>
internal sealed class EntryMemory<T>
{
    /// <summary>Streams are without end where files are followed for weeks.</summary>
    private const int MaxStreams = 4096;

    private readonly Dictionary<object, (EntryId Entry, T Value)> _others = new(ReferenceEqualityComparer.Instance);
    private EntryId _last;
    private T _value = default!;

    /// <summary>Keeps a value for an entry, in place of that of the entry before it in its stream.</summary>
    public void Set(EntryId entry, T value)
    {
        // Apart from the others, since most lines are of the stream of the line before.
        if (!ReferenceEquals(entry.Stream, _last.Stream) && _last.Stream is not null)
        {
            if (_others.Count == MaxStreams)
            {
                _others.Clear();
            }

            _others[_last.Stream] = (_last, _value);
        }

        (_last, _value) = (entry, value);
    }

    /// <summary>Finds the value of an entry.</summary>
    /// <returns>Whether the entry is the last of its stream for which there is one.</returns>
    public bool TryGet(EntryId entry, out T value) => TryGetLast(entry.Stream, out EntryId last, out value) && last == entry;

    /// <summary>Finds the value of a stream's last entry.</summary>
    public bool TryGetLast(object stream, out T value) => TryGetLast(stream, out _, out value);

    private bool TryGetLast(object stream, out EntryId entry, out T value)
    {
        bool isKnown = ReferenceEquals(stream, _last.Stream);
        (entry, value) = isKnown ? (_last, _value) : default;
        if (!isKnown && _others.TryGetValue(stream, out (EntryId Entry, T Value) other))
        {
            (entry, value) = other;
            isKnown = true;
        }

        return isKnown;
    }
}
