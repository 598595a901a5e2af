using LogAnalysis.Reading;

namespace LogAnalysis.Scanning;

/// <summary>How files are read in parallel.</summary>
internal sealed record ScanOptions : ReadOptions
{
    /// <summary>More do not pay, since each takes memory.</summary>
    private const int MostWorkers = 16;

    /// <summary>Options for reading in parallel as files are read otherwise.</summary>
    public ScanOptions(ReadOptions options)
        : base(options)
    {
    }

    /// <summary>Each may have two files open, and others in the process need some too.</summary>
    private const int HandlesOfWorker = 4;

    /// <summary>How many threads work at a time: as many as there are cores, 16 at the most, and fewer where few files may be opened.</summary>
    public int Workers { get; init; } = Math.Clamp(Math.Min(Environment.ProcessorCount, HandleLimit.Left / HandlesOfWorker), 1, MostWorkers);

    /// <summary>How much of a file one thread works on at a time, in bytes.</summary>
    public int ChunkSize { get; init; } = 1 << 20;

    /// <summary>How many chunks are in memory at a time.</summary>
    public int MostChunks => 2 * (Workers + 1);
}
