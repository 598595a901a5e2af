using LogAnalysis.Following;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Keeps nothing of what is followed.</summary>
internal sealed class NoFollowSink : IFollowSink
{
    public void Add(in LogLine line)
    {
    }

    public void Add(LogEntry entry)
    {
    }

    public void Begin(TailedFile log, ReadOnlySpan<byte> window, long windowOffset)
    {
    }

    public void Open(TailedFile log, ReadOnlySpan<byte> window, long windowOffset)
    {
    }

    public void Settle(long offset)
    {
    }

    public void Warn(FollowWarning warning)
    {
    }
}
