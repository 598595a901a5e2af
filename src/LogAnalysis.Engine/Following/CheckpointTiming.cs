using System.Diagnostics;

namespace LogAnalysis.Following;

/// <summary>
/// Says when a checkpoint is saved, and noted: soon enough that few lines come again after a kill, and seldom enough that it costs a small part
/// of the time, however slow the disk is.
/// </summary>
internal sealed class CheckpointTiming
{
    /// <summary>How long lines that were taken may stay unsaved, in milliseconds. The first ones are saved at once.</summary>
    private const int SaveInterval = 200;

    /// <summary>Where saving is slow, it takes no more than this part of the time.</summary>
    private const int MaxShare = 5;

    /// <summary>How long lines that were taken may stay unnoted, in milliseconds: what is noted does not come again if the process is killed.</summary>
    private const double NoteInterval = 2;

    /// <summary>Where there are many files, noting takes no more than this part of the time.</summary>
    private const int MaxNoteShare = 20;

    /// <summary>From this number on lines do not stay unnoted for long: what is read after a pause comes much faster than it was written.</summary>
    private const int ManyLines = 100;

    /// <summary>Where many lines come, noting takes no more than this part of the time.</summary>
    private const int MaxNoteShareOfMany = 4;

    /// <summary>The longest interval, however slow saving is. The first save takes long because its code is compiled then.</summary>
    private const int MaxInterval = 1000;

    private long _nextSave;
    private long _nextNote;
    private long _nextNoteOfMany;
    private long _nextLook;
    private double _noteCost = 0.05;

    /// <summary>How many lines were taken since the last save, or note.</summary>
    public int UnnotedLines { get; private set; }

    /// <summary>Whether the last save is long enough ago for the next one.</summary>
    public bool IsSaveDue => Environment.TickCount64 >= _nextSave;

    /// <summary>Whether the last note is long enough ago for the next one.</summary>
    public bool IsNoteDue => Stopwatch.GetTimestamp() >= (UnnotedLines < ManyLines ? _nextNote : _nextNoteOfMany);

    /// <summary>Whether it is time to see if something is due. It is asked after each line.</summary>
    public bool IsLookDue => Stopwatch.GetTimestamp() >= _nextLook;

    /// <summary>How long it is until the next save.</summary>
    public TimeSpan UntilSave => TimeSpan.FromMilliseconds(Math.Max(0, _nextSave - Environment.TickCount64));

    /// <summary>How long it is until the next note.</summary>
    public TimeSpan UntilNote
    {
        get
        {
            TimeSpan note = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _nextNote);
            return note < TimeSpan.Zero ? TimeSpan.Zero : note;
        }
    }

    /// <summary>One more line was taken.</summary>
    public void CountLine() => UnnotedLines++;

    /// <summary>There is nothing to note of what was taken: it is looked at again after a while.</summary>
    public void Postpone() => _nextLook = After(NoteInterval);

    /// <summary>A save has ended, or failed: even then it is tried again only after a while.</summary>
    /// <param name="start">When it began, as <see cref="Environment.TickCount64"/>.</param>
    public void NoteSave(long start)
    {
        long now = Environment.TickCount64;
        _nextSave = now + (_nextSave == 0 ? SaveInterval : Math.Clamp((MaxShare - 1) * (now - start), SaveInterval, MaxInterval));
        _nextNote = After(NoteInterval);
        UnnotedLines = 0;
    }

    /// <summary>A note was written.</summary>
    /// <param name="start">When it began, as a timestamp of <see cref="Stopwatch"/>.</param>
    public void NoteNote(long start)
    {
        // Now and then one takes long: its code is compiled, or others have the processor.
        _noteCost = Math.Min(2 * _noteCost, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        UnnotedLines = 0;
        _nextNoteOfMany = After(MaxNoteShareOfMany * _noteCost);
        _nextNote = After(Math.Max(NoteInterval, MaxNoteShare * _noteCost));
    }

    private static long After(double milliseconds) => Stopwatch.GetTimestamp() + (long)(milliseconds * Stopwatch.Frequency / 1000);
}
