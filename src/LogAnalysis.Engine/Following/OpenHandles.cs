namespace LogAnalysis.Following;

/// <summary>The handles of followed files. Where there are more files than handles, the oldest handles are closed first; files are reopened by their identity.</summary>
/// <param name="max">How many may be open at a time.</param>
internal sealed class OpenHandles(int max)
{
    private const int FewHandles = 200;

    private readonly List<TailedHandle> _open = [];
    private int _max = Math.Max(1, max);

    /// <summary>Whether there are so many that those that may be needed no more should be closed soon.</summary>
    public bool AreMany => _open.Count > Math.Min(_max / 2, FewHandles);

    /// <summary>A handle has been opened.</summary>
    public void Add(TailedHandle handle)
    {
        _open.Add(handle);
        Close(_open.Count - _max);
    }

    /// <summary>A file is not followed any more.</summary>
    public void Remove(TailedHandle handle) => _open.Remove(handle);

    /// <summary>Closes half of the handles, and keeps it so: the system gives fewer than was thought.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Free()
    {
        int count = _open.Count;
        _max = Math.Max(1, count / 2);
        Close(count - (count / 2));
        return count > 0;
    }

    private void Close(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _open[i].CloseHandle();
        }

        _open.RemoveRange(0, Math.Max(0, count));
    }
}
