using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>What a follower has read of one file in one go, in order.</summary>
/// <param name="log">The file; null where no file could be opened.</param>
/// <param name="begin">What was read before: the position of the first byte that no earlier entry covers.</param>
/// <param name="window">The bytes around the entries' ends, and some before; empty where positions are of no interest.</param>
/// <param name="windowOffset">Where the window begins, in bytes.</param>
internal sealed class FollowBatch(TailedFile? log, long begin, byte[] window, long windowOffset)
{
    private readonly FileIdentity _identity = log?.Identity ?? default;
    private readonly byte[] _head = log?.Head ?? [];
    private readonly long? _linesBefore = log?.SettledLines;

    /// <summary>A batch of what happened to no file.</summary>
    public FollowBatch()
        : this(null, 0, [], 0)
    {
    }

    /// <summary>The file.</summary>
    public TailedFile? Log => log;

    /// <summary>The lines, or entries.</summary>
    public List<LogEntry> Entries { get; } = [];

    /// <summary>
    /// For each entry, the position up to which everything has been passed on with it; 0 where that is not behind a whole line.
    /// </summary>
    public List<long> Ends { get; } = [];

    /// <summary>What went wrong meanwhile.</summary>
    public List<LogFileException> Faults { get; } = [];

    /// <summary>What the user should know besides.</summary>
    public List<FollowWarning> Warnings { get; } = [];

    /// <summary>Whether it only tells where a file is read from.</summary>
    public bool IsOpening { get; init; }

    /// <summary>Whether it only tells that all that an earlier run had read is taken up now, or is gone.</summary>
    public bool EndsResuming { get; init; }

    /// <summary>Whether the follower goes on, and had nothing more to give behind this batch.</summary>
    public bool IsLastBeforePause { get; set; }

    /// <summary>Up to when every file that had been there was announced by this batch or one before it.</summary>
    public DateTime Seen { get; set; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Entries.Count == 0 && Faults.Count == 0 && Warnings.Count == 0 && !IsOpening && !EndsResuming;

    /// <summary>The position when the first <paramref name="taken"/> entries have been taken; null where it has not changed.</summary>
    public LogPosition? PositionAfter(int taken)
    {
        if (log is null)
        {
            return null;
        }

        int last = taken - 1;
        while (last >= 0 && Ends[last] == 0)
        {
            last--;
        }

        long offset = last < 0 ? begin : Ends[last];
        if (last < 0 && !IsOpening)
        {
            return null;
        }

        long? lines = last < 0 ? _linesBefore : Entries[last].LastLineNumber;
        ReadOnlySpan<byte> tail = [];
        if (offset >= windowOffset && offset - windowOffset <= window.Length)
        {
            int end = (int)(offset - windowOffset);
            tail = window.AsSpan(Math.Max(0, end - Fingerprint.MaxTail), Math.Min(end, Fingerprint.MaxTail));
        }

        return new LogPosition(log.Path, log.State, _identity, offset, lines, Fingerprint.Of(_head, tail));
    }
}
