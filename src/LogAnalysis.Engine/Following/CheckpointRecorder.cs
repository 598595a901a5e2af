using System.Diagnostics;

namespace LogAnalysis.Following;

/// <summary>
/// Records what the pipeline has taken of each file, and saves from time to time what is done with it. Only that is saved, so a process that
/// is killed repeats lines and loses none.
/// </summary>
internal sealed class CheckpointRecorder(CheckpointFile file)
{
    private readonly CheckpointTiming _timing = new();
    private readonly CheckpointPositions _positions = new(file.Loaded?.Positions ?? []);
    private CheckpointProgress _saved = CheckpointProgress.None;
    private CheckpointProgress _noted = CheckpointProgress.None;
    private CheckpointProgress _committed = CheckpointProgress.None;

    /// <summary>Whether the places of positions are those that the file has, with its notes.</summary>
    private bool _knowsPlaces;

    /// <summary>What was taken.</summary>
    public CheckpointProgress Taken { get; private set; } = CheckpointProgress.None;

    /// <summary>Whether there is something to save.</summary>
    public bool IsDirty => !ReferenceEquals(_committed.Files, _saved.Files);

    /// <summary>How long it is until the next save, or note.</summary>
    public TimeSpan UntilDue
    {
        get
        {
            TimeSpan save = _timing.UntilSave;
            TimeSpan note = IsNoted || !file.CanNote ? save : _timing.UntilNote;
            return note < save ? note : save;
        }
    }

    /// <summary>Whether the last save, or note, is long enough ago for the next one. It is asked after each line.</summary>
    public bool IsDue => _timing.IsLookDue && (IsNoteDue || _timing.IsSaveDue);

    private bool IsNoteDue => file.CanNote && _timing.IsNoteDue;

    private bool IsNoted => ReferenceEquals(_committed.Files, _noted.Files);

    private DateTime Seen => _committed.Seen ?? file.Loaded?.Seen ?? default;

    /// <summary>The first <paramref name="taken"/> entries of a batch have been taken.</summary>
    public void Record(FollowBatch batch, int taken) => Taken = Taken.After(batch, taken);

    /// <summary>One more line was taken, which is recorded with those of its batch when it is time to save.</summary>
    public void CountLine() => _timing.CountLine();

    /// <summary>Everything up to here is done with, and is to be saved.</summary>
    public void Commit(CheckpointProgress progress)
    {
        if (progress.Number > _committed.Number)
        {
            _committed = progress;
        }
    }

    /// <summary>Saves if it is time to.</summary>
    /// <returns>Whether it was saved. A note is not: it may be lost where a save fails.</returns>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public bool SaveIfDue()
    {
        if (IsDirty && _timing.IsSaveDue)
        {
            Save();
            return true;
        }

        if (IsDirty && IsNoteDue && !IsNoted)
        {
            Note();
        }
        else if (IsNoted && _timing.UnnotedLines > 0)
        {
            // Lines were taken, and counting commands have not delivered them. Most deliver at the end.
            _timing.Postpone();
        }

        return false;
    }

    /// <summary>Saves what was committed.</summary>
    /// <exception cref="CheckpointException">It cannot be saved.</exception>
    public void Save()
    {
        Checkpoint checkpoint = Update();
        _knowsPlaces = false;
        long start = Environment.TickCount64;
        try
        {
            file.Save(checkpoint);
            _knowsPlaces = true;
            _saved = _noted = _committed;
        }
        finally
        {
            _timing.NoteSave(start);
        }
    }

    private void Note()
    {
        long start = Stopwatch.GetTimestamp();
        _knowsPlaces = file.TryNote(MakeNote());
        _noted = _committed;
        _timing.NoteNote(start);
    }

    /// <summary>What changed, where the notes before tell the rest.</summary>
    private CheckpointNote MakeNote()
    {
        if (_knowsPlaces && _positions.TryUpdateChanged(_committed) is (LogPosition[] changed, int[] places))
        {
            return new CheckpointNote(Seen, changed, places);
        }

        Checkpoint all = Update();
        return new CheckpointNote(all.Seen, all.Positions);
    }

    private Checkpoint Update()
    {
        (LogPosition[] all, List<(TailedFileLifecycle, LogPosition)> closed) = _positions.Update(_committed);
        foreach ((TailedFileLifecycle file, LogPosition taken) in closed)
        {
            _committed = _committed.Without(file, taken);
            Taken = Taken.Without(file, taken);
        }

        return new Checkpoint(Seen, all);
    }
}
