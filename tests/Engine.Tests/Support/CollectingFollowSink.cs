using LogAnalysis.Following;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Support;

/// <summary>Keeps the texts of what is read of followed files.</summary>
internal sealed class CollectingFollowSink : IFollowSink
{
    public List<string> Texts { get; } = [];

    public List<FollowWarning> Warnings { get; } = [];

    public void Add(in LogLine line) => Texts.Add(line.DecodeText());

    public void Add(LogEntry entry) => Texts.Add(entry.Text);

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
