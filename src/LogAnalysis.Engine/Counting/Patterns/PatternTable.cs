namespace LogAnalysis.Counting;

/// <summary>
/// Message patterns with what is counted of each. Messages are kept by their masks, at most <see cref="Capacity"/> different ones for long;
/// which of those are of one kind is found out when somebody asks. So the answer does not depend on the order of messages or on how
/// they were split, and tables add up exactly, as long as there are not more masks than that.
/// </summary>
internal sealed class PatternTable
{
    /// <summary>Distinct templates kept. Beyond twice as many, they are merged into patterns and the rarest are dropped.</summary>
    public const int Capacity = 1000;

    /// <summary>The name of what was given up.</summary>
    public const string Others = "(other messages)";

    private Dictionary<string, GroupCounter> _groups = new(StringComparer.Ordinal);
    private GroupCounter? _others;

    /// <summary>Where to count messages with a mask.</summary>
    /// <param name="mask">The masked message, as <see cref="MessageTemplate"/> writes it.</param>
    public GroupCounter GroupOf(string mask)
    {
        if (!_groups.TryGetValue(mask, out GroupCounter? counter))
        {
            if (_groups.Count == 2 * Capacity)
            {
                Compact();
            }

            _groups[mask] = counter = _groups.GetValueOrDefault(mask) ?? new GroupCounter();
        }

        return counter;
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="masks">Groups that are named by their masks, or by <see cref="Others"/>.</param>
    public void Add(IEnumerable<LogErrorGroup> masks)
    {
        foreach (LogErrorGroup group in masks)
        {
            (group.RawName == Others ? _others ??= new GroupCounter() : GroupOf(group.RawName)).Add(group);
        }
    }

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(PatternTable other)
    {
        foreach ((string mask, GroupCounter counter) in other._groups)
        {
            GroupOf(mask).Merge(counter);
        }

        if (other._others is not null)
        {
            (_others ??= new GroupCounter()).Merge(other._others);
        }
    }

    /// <summary>The masks with their counts, the most frequent first, then by name; what was given up last. No more than <see cref="Capacity"/>.</summary>
    public LogErrorGroup[] ToMasks()
    {
        if (_groups.Count > Capacity)
        {
            Compact();
        }

        return ToGroups(_groups);
    }

    /// <summary>The patterns, the most frequent first, then by name; what was given up last.</summary>
    public LogErrorGroup[] ToGroups() => ToGroups(MergeBy(PatternToken.Show));

    private LogErrorGroup[] ToGroups(Dictionary<string, GroupCounter> groups)
    {
        long total = groups.Values.Sum(counter => counter.Count) + (_others?.Count ?? 0);
        IEnumerable<LogErrorGroup> others = _others is null ? [] : [_others.ToGroup(Others, total)];
        return
        [
            .. groups.Select(pair => pair.Value.ToGroup(pair.Key, total))
                .OrderByDescending(group => group.Count)
                .ThenBy(group => group.Name, StringComparer.Ordinal)
                .Concat(others),
        ];
    }

    private void Compact()
    {
        _groups = MergeBy(pattern => pattern);
        foreach ((string mask, GroupCounter counter) in _groups.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Skip(Capacity).ToArray())
        {
            _groups.Remove(mask);
            (_others ??= new GroupCounter()).Add(counter.ToGroup(mask, counter.Count));
        }
    }

    private Dictionary<string, GroupCounter> MergeBy(Func<string, string> nameOf)
    {
        Dictionary<string, GroupCounter> merged = new(StringComparer.Ordinal);
        string[] masks = [.. _groups.Keys];
        string[] patterns = PatternClusters.Find(masks);
        for (int i = 0; i < masks.Length; i++)
        {
            string name = nameOf(patterns[i]);
            if (!merged.TryGetValue(name, out GroupCounter? sum))
            {
                merged.Add(name, sum = new GroupCounter());
            }

            GroupCounter counter = _groups[masks[i]];
            sum.Add(counter.ToGroup(masks[i], counter.Count));
        }

        return merged;
    }
}
