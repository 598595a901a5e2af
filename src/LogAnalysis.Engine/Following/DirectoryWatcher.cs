using System.Collections.Concurrent;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Wakes a follower when something changes in one of its directories, and says what. It only makes following prompt: where the
/// platform gives no notifications (network shares, no watches left), polling alone finds everything.
/// </summary>
/// <param name="appeared">Called at once, on the notifying thread, with each path at which a file appeared.</param>
/// <param name="changed">Called there with each path whose file was written.</param>
internal sealed class DirectoryWatcher(Action<string> appeared, Action<string> changed) : IDisposable
{
    /// <summary>Platforms give a user some hundred watchers. Further directories are polled.</summary>
    private const int MaxWatchers = 64;

    private readonly AutoResetEvent _woken = new(initialState: false);
    private readonly ConcurrentDictionary<string, bool> _changed = new(FileNames.Comparer);
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(FileNames.Comparer);
    private volatile bool _hasFailed;

    /// <summary>Watches the directories of these paths too, and those of the files that links among them lead to.</summary>
    /// <returns>Whether the platform watches all of them.</returns>
    public bool Watch(IEnumerable<string> paths)
    {
        bool all = true;
        foreach (string folder in paths.SelectMany(LogFolders.Of))
        {
            all &= TryWatch(folder);
        }

        return all && !_hasFailed;
    }

    /// <summary>Waits for a change, for <paramref name="timeout"/> at most, or until <paramref name="cancel"/> is cancelled.</summary>
    /// <returns>Whether there was a change.</returns>
    public bool Wait(TimeSpan timeout, CancellationToken cancel) => WaitHandle.WaitAny([_woken, cancel.WaitHandle], timeout) == 0;

    /// <summary>Ends a wait, or the next one if there is none. From any thread, at any time.</summary>
    public void Wake()
    {
        try
        {
            _woken.Set();
        }
        catch (ObjectDisposedException)
        {
            // A last notification may still be under way when the follower has ended.
        }
    }

    /// <summary>The paths that have changed since the last call, each with whether a file appeared or vanished there.</summary>
    public IReadOnlyCollection<KeyValuePair<string, bool>> TakeChanged()
    {
        if (_changed.IsEmpty)
        {
            return [];
        }

        KeyValuePair<string, bool>[] changed = _changed.ToArray();
        foreach (KeyValuePair<string, bool> change in changed)
        {
            _changed.TryRemove(change);
        }

        return changed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _woken.Dispose();
    }

    private bool TryWatch(string directory)
    {
        if (_watchers.ContainsKey(directory))
        {
            return true;
        }

        if (_watchers.Count == MaxWatchers || !Directory.Exists(directory))
        {
            return false;
        }

        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(directory)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, change) =>
            {
                changed(change.FullPath);
                Wake(isOther: false, change.FullPath);
            };
            watcher.Created += (_, change) =>
            {
                appeared(change.FullPath);
                Wake(isOther: true, change.FullPath);
            };
            watcher.Deleted += (_, change) => Wake(isOther: true, change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                appeared(change.FullPath);
                Wake(isOther: true, change.FullPath, change.OldFullPath);
            };
            watcher.Error += (_, _) =>
            {
                // No watches are left, the directory is gone, or notifications were lost: from here on polling is relied on.
                _hasFailed = true;
                Wake();
            };
            watcher.EnableRaisingEvents = true;
            _watchers.Add(directory, watcher);
            return true;
        }
        catch (Exception unavailable) when (unavailable is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            return false;
        }
    }

    private void Wake(bool isOther, params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
        {
            _changed.AddOrUpdate(path, isOther, (_, wasOther) => wasOther || isOther);
        }

        Wake();
    }
}
