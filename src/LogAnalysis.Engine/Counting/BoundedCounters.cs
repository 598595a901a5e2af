namespace LogAnalysis.Counting;

/// <summary>A counter for each of the groups that come first, and one for all others.</summary>
/// <typeparam name="TCounter">What counts a group.</typeparam>
/// <param name="max">How many groups have a counter of their own.</param>
/// <param name="create">Makes a counter.</param>
internal sealed class BoundedCounters<TCounter>(int max, Func<TCounter> create)
    where TCounter : class
{
    private const string Others = "(other)";

    private readonly Dictionary<string, TCounter> _counters = new(StringComparer.Ordinal);

    /// <summary>The groups with their counters.</summary>
    public IReadOnlyDictionary<string, TCounter> All => _counters;

    /// <summary>The counter of a group.</summary>
    public TCounter Of(string group)
    {
        group = _counters.Count >= max && !_counters.ContainsKey(group) ? Others : group;
        if (!_counters.TryGetValue(group, out TCounter? counter))
        {
            _counters.Add(group, counter = create());
        }

        return counter;
    }
}
