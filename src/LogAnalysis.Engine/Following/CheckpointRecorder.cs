using System.Diagnostics;

namespace LogAnalysis.Following;

/// <summary>
/// Records what the pipeline has taken of each file, and saves from time to time what is done with it. Only that is saved, so a process that
/// is killed repeats lines and loses none.
/// </summary>
internal sealed class CheckpointRecorder(CheckpointFile file)
{
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

    private readonly CheckpointPositions _positions = new(file.Loaded?.Positions ?? []);
    private CheckpointProgress _saved = CheckpointProgress.None;
    private CheckpointProgress _noted = CheckpointProgress.None;
    private CheckpointProgress _committed = CheckpointProgress.None;
    private long _nextSave;
    private long _nextNote;
    private long _nextNoteOfMany;
    private long _nextLook;
    private int _unnotedLines;
    private double _noteCost = 0.05;

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
            TimeSpan save = TimeSpan.FromMilliseconds(Math.Max(0, _nextSave - Environment.TickCount64));
            TimeSpan note = IsNoted || !file.CanNote ? save : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _nextNote);
            return note < TimeSpan.Zero ? TimeSpan.Zero : note < save ? note : save;
        }
    }

    /// <summary>Whether the last save, or note, is long enough ago for the next one. It is asked after each line.</summary>
    public bool IsDue => Stopwatch.GetTimestamp() >= _nextLook && (IsNoteDue || Environment.TickCount64 >= _nextSave);

    private bool IsNoteDue => file.CanNote && Stopwatch.GetTimestamp() >= (_unnotedLines < ManyLines ? _nextNote : _nextNoteOfMany);

    private bool IsNoted => ReferenceEquals(_committed.Files, _noted.Files);

    private DateTime Seen => _committed.Seen ?? file.Loaded?.Seen ?? default;

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
        else if (IsNoted && _unnotedLines > 0)
        {
            // Lines were taken, and counting commands have not delivered them. Most deliver at the end.
            _nextLook = After(NoteInterval);
        }
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
            // Even where saving fails, it is tried again only after a while.
            long now = Environment.TickCount64;
            _nextSave = now + (_nextSave == 0 ? SaveInterval : Math.Clamp((MaxShare - 1) * (now - start), SaveInterval, MaxInterval));
            _nextNote = After(NoteInterval);
            _unnotedLines = 0;
        }
    }

    private static long After(double milliseconds) => Stopwatch.GetTimestamp() + (long)(milliseconds * Stopwatch.Frequency / 1000);

    private void Note()
    {
        long start = Stopwatch.GetTimestamp();
        _knowsPlaces = file.TryNote(MakeNote());
        _noted = _committed;

        // Now and then one takes long: its code is compiled, or others have the processor.
        _noteCost = Math.Min(2 * _noteCost, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _unnotedLines = 0;
        _nextNoteOfMany = After(MaxNoteShareOfMany * _noteCost);
        _nextNote = After(Math.Max(NoteInterval, MaxNoteShare * _noteCost));
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
