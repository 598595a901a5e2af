namespace LogAnalysis.Following;

/// <summary>
/// Says when a follower looks again, and where. Where notifications come, they name the paths that have changed; polling alone finds
/// everything too.
/// </summary>
internal sealed class PollSchedule(FollowOptions options, FollowedPaths paths, DirectoryWatcher watcher)
{
    /// <summary>This many files cost nothing to look at; more are looked at less often.</summary>
    private const int FewFiles = 50;
    private const int MaxDelay = 4;

    /// <summary>A copy that has appeared may be followed by the truncation of the log within milliseconds: what is written until then is in it only.</summary>
    private const int Urgent = 100;

    /// <summary>The shortest wait: after something new, more is likely to come.</summary>
    public static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan UrgentWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(10);

    private TimeSpan _wait = MinWait;
    private long _lastRound;
    private long _lastActivity = Environment.TickCount64;
    private long _lastDiscovery;
    private long _urgentUntil;
    private bool _isNotified;

    /// <summary>Something new was read.</summary>
    public void NoteActivity()
    {
        _wait = MinWait;
        _lastActivity = Environment.TickCount64;
    }

    /// <summary>All paths have been looked at, and new ones looked for.</summary>
    public void NoteRound() => _lastDiscovery = _lastRound = Environment.TickCount64;

    /// <summary>Waits for a notification, each time for longer.</summary>
    public void Wait(CancellationToken cancel)
    {
        bool isNotified = watcher.Wait(Environment.TickCount64 < _urgentUntil ? UrgentWait : _wait, cancel);
        TimeSpan longer = _wait * 2;
        _wait = isNotified ? MinWait : longer < PollInterval ? longer : PollInterval;
    }

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
    private TimeSpan PollInterval => options.PollInterval * (IsQuiet ? MaxDelay : Math.Clamp(paths.All.Count / (2 * FewFiles), 1, MaxDelay));

    private bool IsQuiet => _isNotified && Environment.TickCount64 - _lastActivity >= QuietAfter.TotalMilliseconds;

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
                _urgentUntil = appeared ? Environment.TickCount64 + Urgent : _urgentUntil;
                path.Mark(mayBeRotated: true);
            }
        }
    }
}
