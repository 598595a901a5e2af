namespace LogAnalysis.Following;

/// <summary>How long a follower waits until it looks again: each time for longer, until there is something new.</summary>
internal sealed class PollDelay
{
    /// <summary>A copy that has appeared may be followed by the truncation of the log within milliseconds: what is written until then is in it only.</summary>
    private const int Urgent = 100;

    /// <summary>The shortest wait: after something new, more is likely to come.</summary>
    public static readonly TimeSpan Min = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan UrgentWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(10);

    private TimeSpan _wait = Min;
    private long _lastActivity = Environment.TickCount64;
    private long _urgentUntil;

    /// <summary>Whether nothing new has come for long.</summary>
    public bool IsQuiet => Environment.TickCount64 - _lastActivity >= QuietAfter.TotalMilliseconds;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next => Environment.TickCount64 < _urgentUntil ? UrgentWait : _wait;

    /// <summary>Something new was read.</summary>
    public void NoteActivity()
    {
        _wait = Min;
        _lastActivity = Environment.TickCount64;
    }

    /// <summary>A file has appeared beside the log.</summary>
    public void NoteAppeared() => _urgentUntil = Environment.TickCount64 + Urgent;

    /// <summary>A wait has ended.</summary>
    /// <param name="isNotified">Whether by a notification.</param>
    /// <param name="max">The longest wait.</param>
    public void NoteWait(bool isNotified, TimeSpan max)
    {
        TimeSpan longer = _wait * 2;
        _wait = isNotified ? Min : longer < max ? longer : max;
    }
}
