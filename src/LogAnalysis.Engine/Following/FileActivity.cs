namespace LogAnalysis.Following;

/// <summary>When there was something new in a file. What was rotated away is looked at less often the longer it has been quiet.</summary>
internal sealed class FileActivity
{
    private const int MinInterval = 50;

    /// <summary>Looks are this part of the quiet time apart.</summary>
    private const int Part = 20;

    private long _lastLook;

    /// <summary>When it last had something new, in the time of <see cref="Environment.TickCount64"/>.</summary>
    public long LastRead { get; private set; } = Environment.TickCount64;

    /// <summary>When the file was last seen to hold what was read of it; null before the first time.</summary>
    public ObservedTime? Verified { get; set; }

    /// <summary>There was something new.</summary>
    public void NoteRead() => LastRead = Environment.TickCount64;

    /// <summary>Whether there has been nothing new for a time.</summary>
    public bool IsQuiet(TimeSpan time) => Environment.TickCount64 - LastRead > time.TotalMilliseconds;

    /// <summary>Whether a file that was rotated away is to be looked at again.</summary>
    public bool TryBeginLook()
    {
        long now = Environment.TickCount64;
        bool isDue = now - _lastLook >= Math.Max(MinInterval, (now - LastRead) / Part);
        _lastLook = isDue ? now : _lastLook;
        return isDue;
    }
}
