using System.Diagnostics;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Records what the pipeline has taken of each file, and saves from time to time what is done with it. Only that is saved, so a process that
/// is killed repeats lines and loses none.
/// </summary>
internal sealed class CheckpointRecorder(CheckpointFile file)
{
    /// <summary>How many positions are kept of files that are gone. They may come back: from a share, from a backup.</summary>
    private const int MaxGone = 2000;

    /// <summary>How long lines that were taken may stay unsaved. The first ones are saved at once.</summary>
    private const int SaveInterval = 200;

    /// <summary>Where saving is slow, it takes no more than this part of the time.</summary>
    private const int MaxShare = 5;

    /// <summary>How long lines that were taken may stay unnoted, in milliseconds: what is noted does not come again if the process is killed.</summary>
    private const double NoteInterval = 2;

    /// <summary>Where there are many files, noting takes no more than this part of the time.</summary>
    private const int MaxNoteShare = 20;

    /// <summary>So many lines do not stay unnoted for long: what is read after a pause comes much faster than it was written.</summary>
    private const int ManyLines = 100;

    /// <summary>Where so many lines come, noting takes no more than this part of the time.</summary>
    private const int MaxNoteShareOfMany = 4;

    /// <summary>However slow saving is. The first save takes long because its code is compiled then.</summary>
    private const int MaxInterval = 1000;

    private readonly List<LogPosition> _positions = [.. file.Loaded?.Positions ?? []];
    private CheckpointProgress _saved = CheckpointProgress.None;
    private CheckpointProgress _noted = CheckpointProgress.None;
    private CheckpointProgress _committed = CheckpointProgress.None;
    private int _maxPositions = MaxGone;
    private long _nextSave;
    private long _nextNote;
    private long _nextNoteOfMany;
    private int _unnotedLines;
    private double _noteCost = 0.25;

    /// <summary>What was taken.</summary>
    public CheckpointProgress Taken { get; private set; } = CheckpointProgress.None;

    /// <summary>Whether there is something to save.</summary>
    public bool IsDirty => !ReferenceEquals(_committed.Files, _saved.Files);

    /// <summary>How long it is until the next save, or note.</summary>
    public TimeSpan UntilDue
    {
        get
        {
            TimeSpan save = TimeSpan.FromMilliseconds(Math.Max(0, _nextSave - Environment.TickCount64));
            TimeSpan note = IsNoted || !file.CanNote ? save : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _nextNote);
            return note < TimeSpan.Zero ? TimeSpan.Zero : note < save ? note : save;
        }
    }

    /// <summary>Whether the last save, or note, is long enough ago for the next one.</summary>
    public bool IsDue => IsNoteDue || Environment.TickCount64 >= _nextSave;

    private bool IsNoteDue => file.CanNote && Stopwatch.GetTimestamp() >= (_unnotedLines < ManyLines ? _nextNote : _nextNoteOfMany);

    private bool IsNoted => ReferenceEquals(_committed.Files, _noted.Files);

    /// <summary>The first <paramref name="taken"/> entries of a batch have been taken.</summary>
    public void Record(FollowBatch batch, int taken) => Taken = Taken.After(batch, taken);

    /// <summary>One more line was taken, which is recorded with those of its batch when it is time to save.</summary>
    public void CountLine() => _unnotedLines++;

    /// <summary>Everything up to here is done with, and is to be saved.</summary>
    public void Commit(CheckpointProgress progress)
    {
        if (progress.Number > _committed.Number)
        {
            _committed = progress;
        }
    }

    /// <summary>Saves if it is time to.</summary>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public void SaveIfDue()
    {
        if (IsDirty && Environment.TickCount64 >= _nextSave)
        {
            Save();
        }
        else if (IsDirty && IsNoteDue && !IsNoted)
        {
            Note();
        }
    }

    /// <summary>Saves what was committed.</summary>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public void Save()
    {
        Checkpoint checkpoint = Update();
        long start = Environment.TickCount64;
        try
        {
            file.Save(checkpoint);
            _saved = _noted = _committed;
        }
        finally
        {
            // Even where saving fails, it is tried again only after a while.
            long now = Environment.TickCount64;
            _nextSave = now + (_nextSave == 0 ? SaveInterval : Math.Clamp((MaxShare - 1) * (now - start), SaveInterval, MaxInterval));
            _nextNote = _nextNoteOfMany = NoteAfter(NoteInterval);
            _unnotedLines = 0;
        }
    }

    private void Note()
    {
        long start = Stopwatch.GetTimestamp();
        file.Note(Update());
        _noted = _committed;

        // Now and then one takes long: its code is compiled, or others have the processor.
        _noteCost = Math.Min(2 * _noteCost, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _unnotedLines = 0;
        _nextNoteOfMany = NoteAfter(MaxNoteShareOfMany * _noteCost);
        _nextNote = NoteAfter(Math.Max(NoteInterval, MaxNoteShare * _noteCost));
    }

    private static long NoteAfter(double milliseconds) => Stopwatch.GetTimestamp() + (long)(milliseconds * Stopwatch.Frequency / 1000);

    private Checkpoint Update()
    {
        // A file that was emptied is the same file and another log: the position read last counts.
        HashSet<FileIdentity> read = [.. _committed.Files.Values.Select(position => position.Identity)];
        _positions.RemoveAll(known => read.Contains(known.Identity));
        foreach ((TailedFileLifecycle open, LogPosition position, LogState state) in Ordered())
        {
            _positions.Add(position with { State = state });
            if (state == LogState.Closed)
            {
                _committed = _committed.Without(open, position);
                Taken = Taken.Without(open, position);
            }
        }

        if (_committed.HasResumed)
        {
            CloseReplaced();
        }

        return new Checkpoint(_committed.Seen ?? file.Loaded?.Seen ?? default, [.. _positions]);
    }

    /// <summary>The files in the order in which they are to be read. Their states are read once: the follower changes them meanwhile.</summary>
    private (TailedFileLifecycle File, LogPosition Position, LogState State)[] Ordered() =>
        [.. _committed.Files.Select(pair => (pair.Key, pair.Value, State: pair.Key.Recorded)).OrderByDescending(file => file.State).ThenBy(file => file.Key.Number)];

    /// <summary>What an earlier run called current and is not any more is closed; of those that are gone the oldest are forgotten.</summary>
    private void CloseReplaced()
    {
        HashSet<FileIdentity> live = [.. _committed.Files.Values.Select(position => position.Identity)];
        HashSet<string> followed = new(_committed.Files.Values.Select(position => position.Path), FileNames.Comparer);
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
