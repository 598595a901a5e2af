namespace LogAnalysis.Following;

/// <summary>
/// Wakes a follower when something changes in one of its directories. It only makes following prompt: where the platform gives
/// no notifications (network shares, no watches left), polling alone finds everything.
/// </summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly AutoResetEvent _changed = new(initialState: false);
    private readonly List<FileSystemWatcher> _watchers = [];

    public ChangeSignal(IEnumerable<string> paths)
    {
        foreach (string directory in paths.Select(path => Path.GetDirectoryName(path)!).Distinct())
        {
            TryWatch(directory);
        }
    }

    /// <summary>Waits for a change, for <paramref name="timeout"/> at most, or until <paramref name="cancel"/> is cancelled.</summary>
    /// <returns>Whether there was a change.</returns>
    public bool Wait(TimeSpan timeout, CancellationToken cancel) =>
        WaitHandle.WaitAny([_changed, cancel.WaitHandle], timeout) == 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _changed.Dispose();
    }

    private void TryWatch(string directory)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(directory)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += Wake;
            watcher.Created += Wake;
            watcher.Renamed += Wake;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception unavailable) when (unavailable is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
        }
    }

    private void Wake(object sender, FileSystemEventArgs change)
    {
        try
        {
            _changed.Set();
        }
        catch (ObjectDisposedException)
        {
            // A last notification may still be under way when the follower has ended.
        }
    }
}
