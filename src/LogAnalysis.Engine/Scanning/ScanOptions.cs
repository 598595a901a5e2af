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

    /// <summary>How many threads work at a time: as many as there are cores, 16 at the most.</summary>
    public int Workers { get; init; } = Math.Min(Environment.ProcessorCount, MostWorkers);

    /// <summary>How much of a file one thread works on at a time, in bytes.</summary>
    public int ChunkSize { get; init; } = 1 << 20;

    /// <summary>How many chunks are in memory at a time.</summary>
    public int MostChunks => 2 * (Workers + 1);
}
