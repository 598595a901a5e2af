namespace LogAnalysis.Counting;

/// <summary>
/// Keeps sums of what was counted elsewhere within the range of their numbers: all counts that come in are taken from one budget, which is no more than the
/// largest number. So no sum of any of them can exceed it, in whatever way they are added up.
/// </summary>
internal sealed class CountBudget
{
    private long _left = long.MaxValue / 2;

    /// <summary>Takes counts, if there is room for them.</summary>
    /// <param name="counts">Their sum; not negative.</param>
    /// <returns>Whether there is.</returns>
    public bool TryTake(Int128 counts)
    {
        bool fits = counts <= _left;
        _left -= fits ? (long)counts : 0;
        return fits;
    }
}
