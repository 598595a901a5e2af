using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// A path that is followed through rotations: the file that stands there now, and those that stood there and whose writers may
/// not be done. Each is read to its end before its successor.
/// </summary>
internal sealed class TailedPath(
    string path, FollowOptions options, IFollowSink sink, FileRegistry known, Action<LogFileException> report) : IDisposable
{
    /// <summary>Times of files are coarser than clocks, and clocks of servers differ.</summary>
    private static readonly TimeSpan TimeTolerance = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan DrainedInterval = TimeSpan.FromMilliseconds(50);

    private const int MaxAttempts = 10;
    private const int MaxUnfinished = 100;

    private readonly List<TailedFile> _logs = [];
    private readonly List<(LogPosition Position, byte[] Head, bool IsGone)> _unfinished = [];
    private readonly RotatedFiles _rotated = new(path, known);
    private readonly PreopenedFiles _caught = new(path);
    private LogFileErrorKind? _reported;
    private bool _started;
    private bool _isStarting;
    private bool _isNew;
    private (FileIdentity Identity, long Time) _appeared;
    private ObservedTime _lastSeen = new(options.Clock);
    private long _lastLook;

    /// <summary>The path.</summary>
    public string Path => path;

    /// <summary>The followed path of which this one is a rotated file, by its name; null for all others.</summary>
    public string? Original { get; set; }

    /// <summary>When the path was looked at last, in UTC: what appeared there before is read, or being read.</summary>
    public DateTime LastSeen => _lastSeen.Time;

    /// <summary>Whether a file stands at the path, as far as was seen.</summary>
    public bool Stands => Current is not null;

    /// <summary>Whether it is to be looked at in the next round.</summary>
    public bool IsDue { get; set; } = true;

    /// <summary>
    /// Whether to look at the path though there is more to read: a successor that is opened early is not lost, however soon it is
    /// deleted.
    /// </summary>
    public bool MayBeRotated { get; set; }

    /// <summary>Whether something is kept that is passed on after a short quiet time.</summary>
    public bool IsWaiting => _logs.Exists(log => log.IsWaiting);

    /// <summary>Whether the file may stand in another directory than its path says.</summary>
    public bool IsElsewhere { get; private set; }

    private TailedFile? Current => _logs.Count > 0 && _logs[^1].State == LogState.Current ? _logs[^1] : null;

    /// <summary>Takes up what an earlier run had read.</summary>
    public void Resume()
    {
        if (options.ResumesFrom is DateTime since)
        {
            var looked = new ObservedTime(options.Clock);
            new CheckpointRestorer(path, options, sink, known).Resume(_logs);
            _isNew = true;
            _lastSeen = Stands ? looked : new ObservedTime(options.Clock, since);
        }
    }

    /// <summary>Opens what stands at the path first: near its end, at its beginning, or where an earlier run ended.</summary>
    public void Start()
    {
        _isStarting = true;
        if (Current is null)
        {
            TryOpen();
        }

        _isStarting = false;
        if (options.ResumesFrom is null)
        {
            known.IgnoreRotated(path);
        }

        _isNew = true;
        _started = true;
    }

    /// <summary>What appears now is new from its first line.</summary>
    public void Appear() => _isNew = true;

    /// <summary>Opens what has just appeared at the path, before it can vanish. From any thread.</summary>
    public void Catch()
    {
        // What appears under a rotated name was there before, under another.
        if (Original is null)
        {
            _caught.Catch();
        }
    }

    /// <summary>Reads the next block. What was rotated away comes before its successor; what its writer adds later, beside it.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Read(byte[] block)
    {
        // While there is much to read, what was read to its end already is looked at from time to time only.
        bool looksAtDrained = Environment.TickCount64 - _lastLook >= DrainedInterval.TotalMilliseconds;
        return Read(block, looksAtDrained) || (!looksAtDrained && Read(block, looksAtDrained: true));
    }

    private bool Read(byte[] block, bool looksAtDrained)
    {
        bool any = false;
        _lastLook = looksAtDrained ? Environment.TickCount64 : _lastLook;
        foreach (TailedFile log in _logs.ToArray())
        {
            if (log.IsDrained && !looksAtDrained)
            {
                continue;
            }

            bool more = Read(log, block);
            any |= more;
            if (more && !log.IsDrained && log != _logs[^1])
            {
                break;
            }

            log.IsDrained |= !more && log.State != LogState.Current;
        }

        return any;
    }

    /// <summary>Looks at what stands at the path now.</summary>
    /// <returns>Whether there is another file to read.</returns>
    public bool Look()
    {
        MayBeRotated = false;
        CloseQuiet();
        bool found = LookAtPath();
        return AddCaught() || found;
    }

    private bool LookAtPath()
    {
        var looked = new ObservedTime(options.Clock);
        FileIdentity? identity = FileIdentity.Of(path);
        if (identity is not null && Current?.Identity == identity)
        {
            bool found = Current.IsUnread && _rotated.MayHaveAppeared() && AddBeforeCurrent();
            _lastSeen = looked;
            return found;
        }

        Demote();
        if (identity is null)
        {
            return false;
        }

        if (known.FindOpen(identity.Value) is TailedFile open)
        {
            // It came back under its name, or it is another path's.
            return _logs.Contains(open) && Promote(open);
        }

        return TryOpen();
    }

    /// <summary>Passes on what is kept. Nothing more will be read.</summary>
    public void Complete()
    {
        foreach (TailedFile log in _logs)
        {
            // A line whose end was not written is left to the next run, where there is one: it comes once, and whole.
            Complete(log, partial: options.Positions is null || log.State != LogState.Current);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _caught.Dispose();
        _logs.ForEach(log => log.Dispose());
    }

    /// <summary>A handle that fails is kept: what fails for a moment goes on where it was, and nothing is read twice.</summary>
    private bool Read(TailedFile log, byte[] block)
    {
        try
        {
            bool wasUnread = log.IsUnread && log == Current && options.Follow;
            if (wasUnread && log.HasBegun && AddBeforeCurrent())
            {
                return true;
            }

            ReadResult result = log.Read(block);
            _reported = result == ReadResult.Nothing ? _reported : null;
            if (wasUnread && result == ReadResult.Lines)
            {
                // It may have been emptied since the search before.
                AddBeforeCurrent();
            }

            return result switch
            {
                ReadResult.Lines => true,
                ReadResult.Overwritten => Replace(log),
                _ => false,
            };
        }
        catch (LogFileException failure) when (failure.Fault == LogFileErrorKind.TooManyOpenFiles && known.FreeHandles())
        {
            return Read(log, block);
        }
        catch (LogFileException failure)
        {
            Report(failure);
            return false;
        }
    }

    /// <summary>A file was overwritten: a copy may hold what was not read of it yet. Then it is read anew.</summary>
    private bool Replace(TailedFile log)
    {
        bool wasCurrent = log.State == LogState.Current;
        log.State = LogState.Rotated;
        if (log.IsGone && _caught.TryTake(log.Identity, out LogContent? caught))
        {
            // It was deleted while it had no handle, but another was opened when it appeared.
            Continue(log, caught);
            return true;
        }

        if (log.IsGone && log.IsUnread && log.Head.Length == 0)
        {
            // There was nothing in it when it was looked at last, by which a copy could be known.
            Close(log, position: null);
            return wasCurrent && TryOpen();
        }

        if (_rotated.FindCopy(log.ReadPosition, _ => false) is LogContent copy)
        {
            Continue(log, copy);
        }
        else
        {
            if (_unfinished.Count == MaxUnfinished)
            {
                _unfinished.RemoveAt(0);
            }

            _unfinished.Add((log.ReadPosition, log.Head, log.IsGone));
            if (log.IsGone)
            {
                sink.Warn(FollowWarning.RestLost(path));
            }

            bool isGone = !log.IsGone && FileIdentity.Of(path) != log.Identity && !_rotated.Exists(log.Identity);
            int index = _logs.IndexOf(log);
            LogContent content = log.Release();
            Close(log, position: null);
            if (isGone)
            {
                // Nobody will find by any name what was written there since.
                Add(TailedFile.FromStart(path, content, options, sink), LogState.Rotated, index);
                return true;
            }

            content.Dispose();
        }

        return wasCurrent ? TryOpen() : _logs.Contains(log);
    }

    private void Continue(TailedFile log, LogContent content)
    {
        known.Close(log, position: null);
        log.ContinueIn(content);
        known.Open(log);
    }

    /// <summary>Opens what stands at the path. When that is renamed at the same time, what is there then.</summary>
    private bool TryOpen()
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            FileIdentity? opened = null;
            if (TryOpen(ref opened))
            {
                return true;
            }

            if (opened is null || FileIdentity.Of(path) is not FileIdentity standing || standing == opened)
            {
                break;
            }
        }

        return false;
    }

    private bool TryOpen(ref FileIdentity? opened)
    {
        LogContent? content = null;
        var looked = new ObservedTime(options.Clock);
        try
        {
            content = LogContent.Open(path);
            opened = content.Identity;
            TailedFile? log = known.FindOpen(content.Identity) is null ? Choose(content) : null;
            if (log is null)
            {
                content.Dispose();
                return false;
            }

            Add(log, LogState.Current, _logs.Count);
            _reported = null;
            _lastSeen = looked;
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            content?.Dispose();
            LogFileException failure = LogFileException.From(cause, path);
            if (failure.Fault == LogFileErrorKind.TooManyOpenFiles && known.FreeHandles())
            {
                return TryOpen(ref opened);
            }

            // A file that was there and is gone for the moment is the ordinary course of a rotation.
            if (!_started || failure.Fault != LogFileErrorKind.NotFound)
            {
                Report(failure);
            }

            return false;
        }
    }

    /// <summary>Where to begin in a file that nobody reads yet; null where it is not to be read.</summary>
    private TailedFile? Choose(LogContent content)
    {
        if (known.FindClosed(content) is LogPosition position)
        {
            return TailedFile.Resume(position, path, content, options, sink);
        }

        if (!_isNew)
        {
            return options.FromStart
                ? TailedFile.FromStart(path, content, options, sink)
                : TailedFile.FromEnd(path, content, options, sink);
        }

        // What is compressed now was a log before, whatever it is called until it is done.
        bool isCopy = Original is not null ? known.LooksLikeCopy(content, Original) : !content.CanChange && known.LooksLikeCopy(content, path: null);
        if (isCopy || IsLeftToOriginal(content.Identity))
        {
            return null;
        }

        TailedFile log = GoOn(content);
        return AddMissedBefore(log, out _) ? log : null;
    }

    /// <summary>
    /// What appears under a rotated name mostly stood at the original's path for a short time, which is found out there, in order.
    /// Otherwise it is a log with such a name.
    /// </summary>
    private bool IsLeftToOriginal(FileIdentity identity)
    {
        if (Original is null || _isStarting)
        {
            return false;
        }

        if (_appeared.Identity != identity)
        {
            _appeared = (identity, Environment.TickCount64);
        }

        return Environment.TickCount64 - _appeared.Time < options.SiblingGrace.TotalMilliseconds;
    }

    /// <summary>Adds what was noticed at the path and deleted since. What still stands there or beside is found in order without.</summary>
    private bool AddCaught()
    {
        bool any = false;
        while (_caught.TryTake(out LogContent? content))
        {
            try
            {
                bool isKnown = known.FindOpen(content.Identity) is not null || known.FindClosed(content) is not null;
                if (isKnown || _rotated.Exists(content.Identity) || known.LooksLikeCopy(content, path))
                {
                    content.Dispose();
                    continue;
                }

                Add(GoOn(content), LogState.Rotated, IndexBy(content.LastWriteTime));
                any = true;
            }
            catch (IOException unreadable)
            {
                content.Dispose();
                report(LogFileException.From(unreadable, path));
            }
        }

        return any;
    }

    /// <summary>
    /// Of a file that was emptied before anything was read of it, a copy may have been made: nothing else shows it than that there is
    /// a new file beside it.
    /// </summary>
    private bool AddBeforeCurrent() => AddMissedBefore(Current!, out bool any) && any;

    /// <summary>Adds what stood at the path before a file did, while nobody looked.</summary>
    /// <returns>Whether the file still stands there; if not, nothing is added, since what was found may have come after it.</returns>
    private bool AddMissedBefore(TailedFile successor, out bool any)
    {
        LogContent[] missed = [.. _rotated.FindMissed(LastSeen - TimeTolerance, successor, IsRead)];
        FileIdentity? standing = FileIdentity.Of(path);
        bool isGone = standing is null && successor != Current;
        if (standing != successor.Identity && !isGone)
        {
            Array.ForEach(missed, content => content.Dispose());
            any = false;
            return false;
        }

        any = AddMissed(missed);
        return true;
    }

    private bool AddMissed(IEnumerable<LogContent> contents)
    {
        bool any = false;
        foreach (LogContent missed in contents)
        {
            try
            {
                Add(Begin(missed), LogState.Rotated, IndexBy(missed.LastWriteTime));
                any = true;
            }
            catch (LogFileException unreadable)
            {
                report(unreadable);
            }
        }

        return any;
    }

    /// <summary>
    /// Where among the files a further one is to be read that was written last at some time. Of a copy that was made before its original
    /// was emptied, the original may wait here already with what came later.
    /// </summary>
    private int IndexBy(DateTime written) =>
        _logs.FindLastIndex(log => log.State != LogState.Current && (!log.IsUnread || log.LastWriteTime <= written)) + 1;

    /// <summary>Whether a file is a copy that was made before the last lines were read of what was emptied then: they are not in it.</summary>
    private bool IsRead(LogContent content)
    {
        if (_unfinished.Count == 0)
        {
            return false;
        }

        byte[] head = content.ReadBeginning(Fingerprint.MaxHead);
        return _unfinished.Exists(log => head.AsSpan().CommonPrefixLength(log.Head) == Math.Min(head.Length, log.Head.Length))
            && !_unfinished.Exists(log => log.Position.MatchesCopy(content));
    }

    /// <summary>A file that appeared unseen may be the copy that was not found when its original was emptied.</summary>
    private TailedFile Begin(LogContent missed) => Begin(missed, _unfinished.FindIndex(log => log.Position.MatchesCopy(missed)));

    /// <summary>A file may have been given up that was only moved away, or of which a handle came later that had been opened in time.</summary>
    private TailedFile GoOn(LogContent content) => Begin(content, _unfinished.FindIndex(log => log.IsGone && log.Position.Matches(content)));

    private TailedFile Begin(LogContent content, int unfinished)
    {
        if (unfinished < 0)
        {
            return TailedFile.FromStart(path, content, options, sink);
        }

        LogPosition position = _unfinished[unfinished].Position;
        _unfinished.RemoveAt(unfinished);
        return TailedFile.Resume(position, path, content, options, sink);
    }

    private void Add(TailedFile log, LogState state, int index)
    {
        log.State = state;
        IsElsewhere = new FileInfo(path).LinkTarget is not null;
        _logs.Insert(index, log);
        known.Open(log);
        log.Announce();
    }

    private void Demote()
    {
        if (Current is TailedFile current)
        {
            current.State = LogState.Rotated;
        }
    }

    private bool Promote(TailedFile log)
    {
        _logs.Remove(log);
        _logs.Add(log);
        log.State = LogState.Current;
        log.IsDrained = false;
        return true;
    }

    private void Complete(TailedFile log, bool partial)
    {
        try
        {
            log.Complete(partial);
        }
        catch (LogFileException failure)
        {
            Report(failure);
        }
    }

    private void Report(LogFileException failure)
    {
        if (_reported != failure.Fault)
        {
            _reported = failure.Fault;
            report(failure);
        }
    }

    private void CloseQuiet()
    {
        foreach (TailedFile log in _logs.FindAll(log => IsQuiet(log, options.PartialGrace) && log.HasPartialLine))
        {
            Complete(log, partial: true);
        }

        foreach (TailedFile log in _logs.FindAll(log => IsQuiet(log, options.RotationGrace)))
        {
            LogPosition position = log.ReadPosition;
            Close(log, position);
        }
    }

    private static bool IsQuiet(TailedFile log, TimeSpan time) =>
        log.State == LogState.Rotated && log.IsDrained && Environment.TickCount64 - log.LastRead > time.TotalMilliseconds;

    private void Close(TailedFile log, LogPosition? position)
    {
        Complete(log, partial: true);
        log.State = LogState.Closed;
        _logs.Remove(log);
        known.Close(log, position);
        log.Dispose();
    }
}
