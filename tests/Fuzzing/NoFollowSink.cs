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

    public void BeginBlock(in FollowedBlock block)
    {
    }

    public void NotifyOpened(in FollowedBlock block, long? lines)
    {
    }

    public void Commit(long offset)
    {
    }

    public void Warn(FollowWarning warning)
    {
    }
}
