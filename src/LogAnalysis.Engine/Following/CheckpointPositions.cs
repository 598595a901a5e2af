using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>The positions of all files as a checkpoint has them, and which of them change.</summary>
/// <param name="loaded">Those of earlier runs.</param>
internal sealed class CheckpointPositions(IEnumerable<LogPosition> loaded)
{
    /// <summary>How many positions are kept of files that are gone. They may come back: from a share, from a backup.</summary>
    private const int MaxGone = 2000;

    private readonly List<LogPosition> _positions = [.. loaded];

    /// <summary>The place of each open file, and how far it was taken when it was brought up to date.</summary>
    private readonly Dictionary<TailedFileLifecycle, (int Place, LogPosition Taken)> _places = [];

    private bool _hasResumed;
    private int _maxPositions = MaxGone;

    /// <summary>Brings all of them up to date.</summary>
    /// <param name="progress">How far files were taken.</param>
    /// <returns>The positions, and the files that are not read any more.</returns>
    public (LogPosition[] All, List<(TailedFileLifecycle File, LogPosition Taken)> Closed) Update(CheckpointProgress progress)
    {
        // A file that was emptied is the same file and another log: the position read last counts.
        HashSet<FileIdentity> read = [.. progress.Files.Values.Select(position => position.Identity)];
        _positions.RemoveAll(known => read.Contains(known.Identity));
        List<(TailedFileLifecycle, LogPosition)> closed = [];
        Dictionary<LogPosition, (TailedFileLifecycle, LogPosition)> open = new(ReferenceEqualityComparer.Instance);
        foreach ((TailedFileLifecycle file, LogPosition taken, LogState state) in Ordered(progress))
        {
            LogPosition position = taken with { State = state };
            _positions.Add(position);
            if (state == LogState.Closed)
            {
                closed.Add((file, taken));
                progress = progress.Without(file, taken);
            }
            else
            {
                open.Add(position, (file, taken));
            }
        }

        _hasResumed = progress.HasResumed;
        if (_hasResumed)
        {
            CloseReplaced(progress);
        }

        FindPlaces(open);
        return ([.. _positions], closed);
    }

    /// <summary>Brings those up to date that changed.</summary>
    /// <returns>What changed; null, and nothing is done, where more changed than how far open files were taken.</returns>
    public (LogPosition[] Positions, int[] Places)? TryUpdateChanged(CheckpointProgress progress)
    {
        if (progress.HasResumed != _hasResumed || progress.Files.Count != _places.Count)
        {
            return null;
        }

        List<(TailedFileLifecycle File, int Place, LogPosition Taken)> changed = [];
        foreach ((TailedFileLifecycle file, LogPosition taken) in progress.Files)
        {
            if (!_places.TryGetValue(file, out (int Place, LogPosition Taken) known) || !IsSameFile(file, taken, _positions[known.Place]))
            {
                return null;
            }

            if (!ReferenceEquals(taken, known.Taken))
            {
                changed.Add((file, known.Place, taken));
            }
        }

        foreach ((TailedFileLifecycle file, int place, LogPosition taken) in changed)
        {
            _positions[place] = taken with { State = _positions[place].State };
            _places[file] = (place, taken);
        }

        return ([.. changed.Select(change => _positions[change.Place])], [.. changed.Select(change => change.Place)]);
    }

    /// <summary>The files in the order in which they are to be read. Their states are read once: the follower changes them meanwhile.</summary>
    private static (TailedFileLifecycle File, LogPosition Taken, LogState State)[] Ordered(CheckpointProgress progress) =>
        [.. progress.Files.Select(pair => (pair.Key, pair.Value, State: pair.Key.Recorded)).OrderByDescending(file => file.State).ThenBy(file => file.Key.Number)];

    private static bool IsSameFile(TailedFileLifecycle file, LogPosition taken, LogPosition position) =>
        file.Recorded == position.State && taken.Identity == position.Identity;

    private void FindPlaces(Dictionary<LogPosition, (TailedFileLifecycle File, LogPosition Taken)> open)
    {
        _places.Clear();
        for (int place = 0; place < _positions.Count; place++)
        {
            if (open.TryGetValue(_positions[place], out (TailedFileLifecycle File, LogPosition Taken) of))
            {
                _places.Add(of.File, (place, of.Taken));
            }
        }
    }

    /// <summary>What an earlier run called current and is not any more is closed; of those that are gone the oldest are forgotten.</summary>
    private void CloseReplaced(CheckpointProgress progress)
    {
        HashSet<FileIdentity> live = [.. progress.Files.Values.Select(position => position.Identity)];
        HashSet<string> followed = new(progress.Files.Values.Select(position => position.Path), FileNames.Comparer);
        for (int i = 0; i < _positions.Count; i++)
        {
            LogPosition position = _positions[i];
            if (position.State == LogState.Closed)
            {
                continue;
            }

            bool isGone = followed.Contains(position.Path) ? !live.Contains(position.Identity) : !File.Exists(position.Path);
            _positions[i] = isGone ? position with { State = LogState.Closed } : position;
        }

        if (_positions.Count > _maxPositions)
        {
            ForgetGone();
        }
    }

    private void ForgetGone()
    {
        IEnumerable<string> folders = _positions.SelectMany(position => LogFolders.Of(position.Path)).Distinct(FileNames.Comparer);
        HashSet<FileIdentity?> present = [.. folders.SelectMany(LogFolders.FilesIn).Select(FileIdentity.Of)];
        bool[] isGone = [.. _positions.Select(position => position.State == LogState.Closed && !present.Contains(position.Identity))];
        int surplus = isGone.Count(gone => gone) - MaxGone;
        int index = 0;
        _positions.RemoveAll(_ => isGone[index++] && surplus-- > 0);
        _maxPositions = _positions.Count + MaxGone;
    }
}
