namespace LogAnalysis.Counting;

/// <summary>
/// Groups by their names, with what is counted of each. At most <see cref="Capacity"/> are kept for long; the rarest of more are counted together.
/// Up to that many, the answer does not depend on the order of what is counted or on how it was split.
/// </summary>
/// <param name="by">What they are grouped by.</param>
/// <param name="others">The name of what was given up; null where all are kept.</param>
/// <param name="merge">Merges groups by other names before any is given up, or returns them as they are; null for none.</param>
internal sealed class BoundedGroups(string by, string? others = null, Func<Dictionary<string, GroupCounter>, Dictionary<string, GroupCounter>>? merge = null)
{
    /// <summary>Groups kept. Beyond twice as many, the rarest are dropped.</summary>
    public const int Capacity = 1000;

    /// <summary>How many counters are kept to be used again for other groups.</summary>
    private const int MaxSpare = Capacity;

    private readonly Stack<GroupCounter> _spare = [];
    private Dictionary<string, GroupCounter> _groups = new(StringComparer.Ordinal);
    private GroupCounter? _others;

    /// <summary>The groups now, without what was given up.</summary>
    public Dictionary<string, GroupCounter> Kept => _groups;

    /// <summary>What is not kept by its name.</summary>
    public GroupCounter Others => _others ??= new GroupCounter();

    /// <summary>Where to count what has a name.</summary>
    public GroupCounter GroupOf(string name)
    {
        if (!_groups.TryGetValue(name, out GroupCounter? counter))
        {
            MakeRoom();
            _groups[name] = counter = _groups.GetValueOrDefault(name) ?? (_spare.TryPop(out GroupCounter? spare) ? spare : new GroupCounter());
        }

        return counter;
    }

    /// <summary>Makes room for another group.</summary>
    /// <param name="limit">How many there are at most.</param>
    /// <returns>Whether groups were given up, or merged, for that.</returns>
    public bool MakeRoom(int limit = 2 * Capacity)
    {
        if (others is null || _groups.Count < limit)
        {
            return false;
        }

        RemoveUnused();
        bool isFull = _groups.Count >= limit;
        if (isFull)
        {
            Compact();
        }

        return isFull;
    }

    /// <summary>Adds a group that was counted elsewhere.</summary>
    public void Add(LogErrorGroup group) =>
        (group.RawName == others ? Others : GroupOf(group.RawName)).Add(group);

    /// <summary>Adds what another one has counted.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="merges">Merges a new group otherwise, if it can; null where all are merged by their names.</param>
    public void Merge(BoundedGroups other, Func<string, GroupCounter, bool>? merges = null)
    {
        foreach ((string name, GroupCounter counter) in other._groups)
        {
            if (counter.Count > 0 && (counter.Whole is not null || merges is null || _groups.ContainsKey(name) || !merges(name, counter)))
            {
                counter.Whole ??= GroupOf(name);
                counter.Whole.Merge(counter);
            }
        }

        if (other._others is not null)
        {
            Others.Merge(other._others);
        }
    }

    /// <summary>Forgets all that was counted. The memory of groups that occurred since the last time is kept: the next part of a log mostly has the same.</summary>
    public void Clear()
    {
        _others = null;
        RemoveUnused();
        foreach (GroupCounter counter in _groups.Values)
        {
            counter.Clear();
        }
    }

    /// <summary>The groups with their counts, the most frequent first, then by name; what was given up last. No more than <see cref="Capacity"/>.</summary>
    public LogErrorGroup[] ToGroups()
    {
        if (others is not null && _groups.Count > Capacity)
        {
            Compact();
        }

        return Arrange(total => _groups.Select(pair => pair.Value.ToGroup(pair.Key, total, by)));
    }

    /// <summary>Groups that were made of these in their order, and what was given up last.</summary>
    /// <param name="groups">Makes the groups, of how many there are in all.</param>
    public LogErrorGroup[] Arrange(Func<long, IEnumerable<LogErrorGroup>> groups)
    {
        long total = _groups.Values.Sum(counter => counter.Count) + (_others?.Count ?? 0);
        IEnumerable<LogErrorGroup> givenUp = _others is null ? [] : [_others.ToGroup(others!, total, by)];
        return
        [
            .. groups(total)
                .OrderByDescending(group => group.Count)
                .ThenBy(group => group.Name, StringComparer.Ordinal)
                .ThenBy(group => group.Id, StringComparer.Ordinal)
                .Concat(givenUp),
        ];
    }

    private void RemoveUnused()
    {
        foreach ((string name, GroupCounter counter) in _groups)
        {
            if (counter.Count == 0)
            {
                _groups.Remove(name);
                if (_spare.Count < MaxSpare)
                {
                    counter.Whole = null;
                    _spare.Push(counter);
                }
            }
        }
    }

    private void Compact()
    {
        _groups = merge is null ? _groups : MergeKept(merge);
        foreach ((string name, GroupCounter counter) in _groups.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Skip(Capacity).ToArray())
        {
            _groups.Remove(name);
            counter.GiveUp();
            Others.MergeCounts(counter);
        }
    }

    private Dictionary<string, GroupCounter> MergeKept(Func<Dictionary<string, GroupCounter>, Dictionary<string, GroupCounter>> merge)
    {
        Dictionary<string, GroupCounter> merged = merge(_groups);
        if (ReferenceEquals(merged, _groups))
        {
            return merged;
        }

        HashSet<GroupCounter> kept = [.. merged.Values];
        foreach (GroupCounter counter in _groups.Values.Where(counter => !kept.Contains(counter)))
        {
            counter.GiveUp();
        }

        return merged;
    }
}
