namespace LogAnalysis.Following;

/// <summary>
/// Says when a follower looks again, and where. Where notifications come, they name the paths that have changed; polling alone finds
/// everything too.
/// </summary>
internal sealed class PollSchedule(FollowOptions options, FollowedPaths paths, DirectoryWatcher watcher)
{
    /// <summary>This many files cost nothing to look at; more are looked at less often.</summary>
    private const int FewFiles = 50;

    /// <summary>At most this many times the interval that was asked for.</summary>
    private const int MaxSlowdown = 4;

    private readonly PollDelay _delay = new();
    private long _lastRound;
    private long _lastDiscovery;
    private bool _isNotified;

    /// <summary>Something new was read.</summary>
    public void NoteActivity() => _delay.NoteActivity();

    /// <summary>All paths have been looked at, and new ones looked for.</summary>
    public void NoteRound() => _lastDiscovery = _lastRound = Environment.TickCount64;

    /// <summary>Waits for a notification, each time for longer.</summary>
    public void Wait(CancellationToken cancel) => _delay.NoteWait(watcher.Wait(_delay.Next, cancel), PollInterval);

    /// <summary>Marks the paths to be looked at: those that have changed, and all of them from time to time.</summary>
    public void MarkDue()
    {
        long now = Environment.TickCount64;
        bool isRoundOver = now - _lastRound >= PollInterval.TotalMilliseconds;
        bool isRound = isRoundOver || (paths.All.Count <= FewFiles && !IsReadPending());
        bool discovers = now - _lastDiscovery >= options.DiscoverInterval.TotalMilliseconds;
        foreach ((string name, bool isOther) in watcher.TakeChanged())
        {
            if (paths.Find(name) is ScheduledPath path)
            {
                path.Mark(isOther);
            }
            else
            {
                MarkRelated(name, isOther);
                discovers |= options.Discover is not null;
            }
        }

        if (discovers)
        {
            _lastDiscovery = now;
            Discover(path => path.Appear());
        }

        if (isRound)
        {
            _lastRound = now;
            MarkAll();
        }
    }

    /// <summary>Looks for paths that wildcards name, and watches the directories of all.</summary>
    public void Discover(Action<TailedPath> appeared)
    {
        paths.Discover(appeared);
        if (options.Follow && options.UsesNotifications)
        {
            _isNotified = watcher.Watch(paths.Names);
        }
    }

    /// <summary>Many files are looked at less often, and so are files that have been quiet for long, of which notifications come.</summary>
    private TimeSpan PollInterval =>
        options.PollInterval * (_isNotified && _delay.IsQuiet ? MaxSlowdown : Math.Clamp(paths.All.Count / (2 * FewFiles), 1, MaxSlowdown));

    private bool IsReadPending() => paths.All.Any(path => path.IsDue && !path.Path.IsWaiting);

    private void MarkAll()
    {
        foreach (ScheduledPath path in paths.All)
        {
            path.Mark(mayBeRotated: true);
        }
    }

    /// <summary>A changed file that is not followed by this name can be a rotated one, or what a link leads to.</summary>
    private void MarkRelated(string name, bool appeared)
    {
        string? folder = Path.GetDirectoryName(name);
        foreach (ScheduledPath path in paths.All)
        {
            if (Path.GetDirectoryName(path.Path.Path) == folder || path.Path.IsLink)
            {
                path.Mark(mayBeRotated: true);
                if (appeared)
                {
                    _delay.NoteAppeared();
                }
            }
        }
    }
}
