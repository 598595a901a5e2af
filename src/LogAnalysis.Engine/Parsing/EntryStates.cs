namespace LogAnalysis.Parsing;

/// <summary>The entry that began last, in a log and in each container whose lines it has.</summary>
internal sealed class EntryStates
{
    /// <summary>What is no container may look like one, in a log of any length.</summary>
    private const int MaxContainers = 64;

    private readonly List<EntryState> _containers = [];

    public EntryStates() => Last = Current = Outside;

    /// <summary>The entry outside of containers.</summary>
    public EntryState Outside { get; } = new([]);

    /// <summary>The one of all that began last; that outside of containers before the first.</summary>
    public EntryState Last { get; private set; }

    /// <summary>The entry to which the line belongs that was classified last.</summary>
    public EntryState Current { get; private set; }

    /// <summary>Whether any container was seen.</summary>
    public bool HasContainers => _containers.Count > 0;

    /// <summary>The line begins an entry.</summary>
    public void Begin(EntryState state)
    {
        // Most lines begin one where the line before did, and the write of a reference costs more than the look.
        if (!ReferenceEquals(Last, state))
        {
            Last = state;
        }

        if (!ReferenceEquals(Current, state))
        {
            Current = state;
        }
    }

    /// <summary>The line begins no entry. Before the first of its container, it belongs to the one that began last.</summary>
    public void Continue(EntryState state) => Current = state.Format is null ? Last : state;

    /// <summary>The entry of a container; empty for that outside of containers.</summary>
    public EntryState GetOrAdd(ReadOnlySpan<byte> container)
    {
        if (Find(container) is EntryState known)
        {
            return known;
        }

        if (_containers.Count == MaxContainers)
        {
            _containers.RemoveAt(0);
        }

        var state = new EntryState(container.ToArray());
        _containers.Add(state);
        return state;
    }

    /// <summary>The entry of a container that was seen before; null if it was not.</summary>
    public EntryState? Find(ReadOnlySpan<byte> container)
    {
        // Containers write several lines in a row.
        if (container.SequenceEqual(Last.Container))
        {
            return Last;
        }

        if (container.IsEmpty)
        {
            return Outside;
        }

        foreach (EntryState state in _containers)
        {
            if (container.SequenceEqual(state.Container))
            {
                return state;
            }
        }

        return null;
    }
}
