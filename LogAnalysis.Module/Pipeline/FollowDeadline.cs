using System.Diagnostics;

namespace LogAnalysis.Pipeline;

/// <summary>When following is to end: a time after its beginning, or after the last line, whichever is first. Both can be infinite.</summary>
internal sealed class FollowDeadline(TimeSpan timeout, TimeSpan idleTimeout)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _lastLine = Stopwatch.GetTimestamp();

    /// <summary>How long there is still to wait; zero when the deadline has passed.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan whole = Left(timeout, _start);
            TimeSpan idle = Left(idleTimeout, _lastLine);
            return whole == Timeout.InfiniteTimeSpan || (idle != Timeout.InfiniteTimeSpan && idle < whole) ? idle : whole;
        }
    }

    /// <summary>To be called when a line has come.</summary>
    public void Extend() => _lastLine = Stopwatch.GetTimestamp();

    private static TimeSpan Left(TimeSpan span, long since)
    {
        if (span == Timeout.InfiniteTimeSpan)
        {
            return span;
        }

        TimeSpan left = span - Stopwatch.GetElapsedTime(since);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
