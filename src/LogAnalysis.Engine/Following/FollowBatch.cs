using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>What a follower has read since its last batch, in order.</summary>
internal sealed class FollowBatch
{
    /// <summary>The lines.</summary>
    public List<LogEntry> Entries { get; } = [];

    /// <summary>What went wrong meanwhile.</summary>
    public List<LogFileException> Faults { get; } = [];

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Entries.Count == 0 && Faults.Count == 0;
}
