using LogAnalysis.Following;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Support;

/// <summary>Keeps what is read of followed files.</summary>
internal sealed class CollectingFollowSink : IFollowSink
{
    public List<string> Texts { get; } = [];

    public List<FollowWarning> Warnings { get; } = [];

    public List<LogEntry> Entries { get; } = [];

    public void Add(in LogLine line) => Add(new LogEntry(in line));

    public void Add(LogEntry entry)
    {
        Texts.Add(entry.Text);
        Entries.Add(entry);
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

    public void Warn(FollowWarning warning) => Warnings.Add(warning);
}
