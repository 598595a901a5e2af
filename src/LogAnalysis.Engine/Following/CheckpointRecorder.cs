using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Records what the pipeline has taken of each file, and saves it from time to time. Only what was taken is saved, so a process that is
/// killed repeats lines and loses none.
/// </summary>
internal sealed class CheckpointRecorder(CheckpointFile file)
{
    private const int MaxClosed = 100;

    /// <summary>How long lines that were taken may stay unsaved.</summary>
    public static readonly TimeSpan SaveInterval = TimeSpan.FromMilliseconds(500);

    private readonly List<LogPosition> _positions = [.. file.Loaded?.Positions ?? []];
    private readonly Dictionary<TailedFileLifecycle, LogPosition> _open = [];
    private bool _hasResumed;
    private DateTime _seen = file.Loaded?.Seen ?? default;
    private long _lastSave = file.Loaded is null ? 0 : Environment.TickCount64;

    /// <summary>Whether something was taken since the last save.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Whether the last save is long enough ago for the next one.</summary>
    public bool IsDue => Environment.TickCount64 - _lastSave >= SaveInterval.TotalMilliseconds;

    /// <summary>The first <paramref name="taken"/> entries of a batch have been taken.</summary>
    public void Record(FollowBatch batch, int taken)
    {
        _hasResumed |= batch.EndsResuming;

        // Not the time of saving: a file that was opened meanwhile is unknown here until its first batch is taken.
        _seen = batch.Seen == default ? _seen : batch.Seen;
        if (batch.Positions is BatchPositions positions && positions.After(taken, batch.Entries) is LogPosition position)
        {
            _open[positions.File] = position;
            IsDirty = true;
        }
    }

    /// <summary>Saves if it is time to.</summary>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public void SaveIfDue()
    {
        if (IsDirty && IsDue)
        {
            Save();
        }
    }

    /// <summary>Saves.</summary>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public void Save()
    {
        // Even where saving fails, it is tried again only after a while.
        _lastSave = Environment.TickCount64;

        // A file that was emptied is the same file and another log: the position read last counts.
        HashSet<(string, FileIdentity)> read = [.. _open.Values.Select(position => (position.Path, position.Identity))];
        _positions.RemoveAll(known => read.Contains((known.Path, known.Identity)));
        foreach ((TailedFileLifecycle file, LogPosition position, LogState state) in Ordered())
        {
            _positions.Add(position with { State = state });
            if (state == LogState.Closed)
            {
                _open.Remove(file);
            }
        }

        if (_hasResumed)
        {
            CloseReplaced();
        }

        file.Save(new Checkpoint(_seen, [.. _positions]));
        IsDirty = false;
    }

    /// <summary>The files in the order in which they are to be read. Their states are read once: the follower changes them meanwhile.</summary>
    private (TailedFileLifecycle File, LogPosition Position, LogState State)[] Ordered() =>
        [.. _open.Select(pair => (pair.Key, pair.Value, State: pair.Key.Recorded)).OrderByDescending(file => file.State)];

    /// <summary>What an earlier run called current and is not any more is closed; of those the oldest are forgotten.</summary>
    private void CloseReplaced()
    {
        HashSet<FileIdentity> live = [.. _open.Values.Select(position => position.Identity)];
        HashSet<string> followed = new(_open.Values.Select(position => position.Path), FileNames.Comparer);
        for (int i = 0; i < _positions.Count; i++)
        {
            LogPosition position = _positions[i];
            bool isGone = followed.Contains(position.Path) ? !live.Contains(position.Identity) : !File.Exists(position.Path);
            _positions[i] = isGone ? position with { State = LogState.Closed } : position;
        }

        int surplus = _positions.Count(position => position.State == LogState.Closed) - MaxClosed;
        _positions.RemoveAll(position => position.State == LogState.Closed && surplus-- > 0);
    }
}
