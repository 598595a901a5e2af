using System.Collections.Concurrent;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>All paths that a follower follows: those that were named, and those that wildcards name as time goes on.</summary>
internal sealed class FollowedPaths(FollowOptions options, IFollowSink sink, Action<LogFileException> report) : IDisposable
{
    private readonly List<ScheduledPath> _paths = [];
    private int _ordered;

    // Notifications come on other threads.
    private readonly ConcurrentDictionary<string, ScheduledPath> _byName = new(FileNames.Comparer);
    private readonly FileRegistry _registry = new(new OpenHandles(options.MaxOpen));

    /// <summary>The paths.</summary>
    public IReadOnlyList<ScheduledPath> All => _paths;

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The path of a name. From any thread.</summary>
    public ScheduledPath? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Follows a path.</summary>
    /// <returns>The path; null where it is followed already.</returns>
    public TailedPath? Add(string name)
    {
        var path = new ScheduledPath(new TailedPath(name, options, sink, _registry, report));
        if (!_byName.TryAdd(name, path))
        {
            return null;
        }

        _paths.Add(path);
        return path.Path;
    }

    /// <summary>Looks for paths that wildcards match since the last call.</summary>
    /// <param name="appeared">What is to be done with each.</param>
    public void Discover(Action<TailedPath> appeared)
    {
        foreach (string name in options.Discover?.Invoke() ?? [])
        {
            if (!_byName.ContainsKey(name))
            {
                appeared(Add(name)!);
            }
        }

        foreach (ScheduledPath path in _paths)
        {
            path.Path.Original ??= RotatedName.Originals(path.Path.Path).FirstOrDefault(_byName.ContainsKey);
        }

        if (_ordered < _paths.Count)
        {
            LogFamilies.Order(_paths, _ordered);
            _ordered = _paths.Count;
        }
    }

    /// <summary>Remembers what an earlier run had read at paths that are not followed now: the files may be at others.</summary>
    public void RememberOthers()
    {
        foreach (LogPosition position in options.Positions ?? [])
        {
            if (!_byName.ContainsKey(position.Path) && _registry.FindOpen(position.Identity) is null)
            {
                _registry.Closed.Add(position);
            }
        }
    }

    /// <summary>Up to when every file that had been there is known; null where there is no file at any path.</summary>
    public DateTime? FindSeen()
    {
        DateTime? seen = null;
        foreach (ScheduledPath path in _paths)
        {
            // At a path without a file, what came and went is found only when there is one again.
            if (path.Path.IsPresent && !(path.Path.LastSeen >= seen))
            {
                seen = path.Path.LastSeen;
            }
        }

        return seen;
    }

    /// <inheritdoc/>
    public void Dispose() => _paths.ForEach(path => path.Path.Dispose());
}
