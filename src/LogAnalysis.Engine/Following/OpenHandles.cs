namespace LogAnalysis.Following;

/// <summary>
/// Which followed files hold a handle. Where there are more files than handles, those that have had one for the longest time give theirs up,
/// and are found again by their numbers when they are looked at.
/// </summary>
/// <param name="most">How many may be open at a time.</param>
internal sealed class OpenHandles(int most)
{
    private readonly List<TailedFile> _open = [];
    private int _most = Math.Max(1, most);

    /// <summary>A file has a handle from now on.</summary>
    public void Add(TailedFile log)
    {
        _open.Add(log);
        Park(_open.Count - _most);
    }

    /// <summary>A file is not followed any more.</summary>
    public void Remove(TailedFile log) => _open.Remove(log);

    /// <summary>Frees half of the handles, for good: the system gives fewer than was thought.</summary>
    /// <returns>Whether any was freed.</returns>
    public bool Free()
    {
        int count = _open.Count;
        _most = Math.Max(1, count / 2);
        Park(count - (count / 2));
        return count > 0;
    }

    private void Park(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _open[i].Park();
        }

        _open.RemoveRange(0, Math.Max(0, count));
    }
}
