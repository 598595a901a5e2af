using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>What a follower has read of one file in one go, in order.</summary>
/// <param name="positions">Where the entries end; null where nothing is read, or positions are of no interest.</param>
internal sealed class FollowBatch(BatchPositions? positions = null)
{
    /// <summary>Where the entries end.</summary>
    public BatchPositions? Positions => positions;

    /// <summary>The lines, or entries.</summary>
    public List<LogEntry> Entries { get; } = [];

    /// <summary>What went wrong meanwhile.</summary>
    public List<LogFileException> Errors { get; } = [];

    /// <summary>What the user should know besides.</summary>
    public List<FollowWarning> Warnings { get; } = [];

    /// <summary>What happened to files.</summary>
    public List<FollowWarning> Notes { get; } = [];

    /// <summary>Whether it only says that all that an earlier run had read is taken up now, or is gone.</summary>
    public bool EndsResuming { get; init; }

    /// <summary>Whether the follower goes on, and had nothing more to give after this batch.</summary>
    public bool IsLastBeforePause { get; set; }

    /// <summary>Up to when every file that had been there was announced by this batch or one before it.</summary>
    public DateTime Seen { get; set; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Entries.Count == 0 && Errors.Count == 0 && Warnings.Count == 0 && Notes.Count == 0 && positions is not { IsOpening: true } && !EndsResuming;

    /// <summary>Adds an entry.</summary>
    public void Add(LogEntry entry)
    {
        Entries.Add(entry);
        positions?.Add();
    }
}
