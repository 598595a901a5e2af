namespace LogAnalysis.Counting;

/// <summary>The statistics of one field, over the entries of one group.</summary>
/// <remarks>
/// Most groups are small, and those of a log come in turn: each value would be a search in tables that were in no cache. So the last few are kept as they
/// are, and added up together.
/// </remarks>
/// <param name="budget">What its sketch may take.</param>
/// <param name="precision">How well different values are told apart, as <see cref="DistinctCounter"/> takes it.</param>
internal sealed class FieldGroup(SketchBudget budget, int precision)
{
    private const int MaxPending = 16;
    private const int FewPending = 4;

    private FieldTotals? _totals;
    private PendingValue _first;
    private PendingValue[] _pending = [];
    private int _pendingCount;

    /// <summary>How many entries have the field.</summary>
    public long Count { get; private set; }

    /// <summary>One more entry has the field.</summary>
    public void AddEntry() => Count++;

    /// <summary>Adds a value of such an entry.</summary>
    public void Add(in PendingValue value)
    {
        if (_pendingCount == MaxPending)
        {
            Totals();
        }
        else if (_pendingCount > 0 && _pendingCount >= _pending.Length)
        {
            Array.Resize(ref _pending, Math.Max(FewPending, 2 * _pendingCount));
        }

        Pending(_pendingCount++) = value;
    }

    /// <summary>Adds what was counted of the same group elsewhere.</summary>
    public void Merge(FieldGroup other)
    {
        Count += other.Count;
        if (other._totals is not null)
        {
            Totals().Merge(other._totals);
        }

        for (int i = 0; i < other._pendingCount; i++)
        {
            Add(in other.Pending(i));
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="group">What the entries have in common; null for nothing.</param>
    /// <param name="windowStart">The beginning of the window; null for none.</param>
    public LogFieldStatistics ToStatistics(string name, string? group, DateTimeOffset? windowStart) =>
        Totals().ToStatistics(name, group, Count, windowStart);

    /// <summary>A value that was kept. Most groups of some logs have one, which needs no array.</summary>
    private ref PendingValue Pending(int index)
    {
        if (index == 0)
        {
            return ref _first;
        }

        return ref _pending[index];
    }

    /// <summary>The totals, with what was kept.</summary>
    private FieldTotals Totals()
    {
        _totals ??= new FieldTotals(budget, precision);
        for (int i = 0; i < _pendingCount; i++)
        {
            _totals.Add(in Pending(i));
        }

        _pendingCount = 0;
        return _totals;
    }
}
