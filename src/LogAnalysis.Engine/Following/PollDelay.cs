namespace LogAnalysis.Following;

/// <summary>How long a follower waits until it looks again: each time for longer, until there is something new.</summary>
internal sealed class PollDelay
{
    /// <summary>A copy that has appeared may be followed by the truncation of the log within milliseconds: what is written until then is in it only.</summary>
    private const int Urgent = 100;

    /// <summary>While lines come, a file is looked at without a wait then; so long after the last one.</summary>
    private const int Busy = 20;

    /// <summary>Where files appear all the time, that is done once in this time.</summary>
    private const int RestBetweenRushes = 400;

    /// <summary>The shortest wait: after something new, more is likely to come.</summary>
    public static readonly TimeSpan Min = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan UrgentWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(10);

    private TimeSpan _wait = Min;
    private long _lastActivity = Environment.TickCount64;
    private long _urgentUntil;
    private long _rushUntil;

    /// <summary>Whether nothing new has come for long.</summary>
    public bool IsQuiet => Environment.TickCount64 - _lastActivity >= QuietAfter.TotalMilliseconds;

    private bool IsUrgent => Environment.TickCount64 < _urgentUntil;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next
    {
        get
        {
            long now = Environment.TickCount64;
            return now < _rushUntil && now - _lastActivity < Busy ? TimeSpan.Zero : IsUrgent ? UrgentWait : _wait;
        }
    }

    /// <summary>Something new was read.</summary>
    public void NoteActivity()
    {
        _wait = Min;
        _lastActivity = Environment.TickCount64;
    }

    /// <summary>A file has appeared beside the log.</summary>
    public void NoteAppeared()
    {
        long now = Environment.TickCount64;
        _urgentUntil = now + Urgent;
        _rushUntil = now - _rushUntil >= RestBetweenRushes ? _urgentUntil : _rushUntil;
    }

    /// <summary>A wait has ended.</summary>
    /// <param name="isNotified">Whether by a notification.</param>
    /// <param name="max">The longest wait.</param>
    public void NoteWait(bool isNotified, TimeSpan max)
    {
        TimeSpan longer = IsUrgent ? _wait : _wait * 2;
        _wait = isNotified ? Min : longer < max ? longer : max;
    }
}
