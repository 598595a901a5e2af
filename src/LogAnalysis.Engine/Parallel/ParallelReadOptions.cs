using LogAnalysis.Files;

namespace LogAnalysis.Parallel;

/// <summary>How files are read in parallel.</summary>
internal sealed record ParallelReadOptions : ReadOptions
{
    /// <summary>More do not pay, since each takes memory.</summary>
    private const int MaxWorkers = 16;

    /// <summary>Options for reading in parallel as files are read otherwise.</summary>
    public ParallelReadOptions(ReadOptions options)
        : base(options)
    {
    }

    /// <summary>Each may have two files open, and others in the process need some too.</summary>
    private const int HandlesOfWorker = 4;

    /// <summary>How many threads work at a time: as many as there are cores, up to 16, and fewer where few files may be opened.</summary>
    public int Workers { get; init; } = Math.Clamp(Math.Min(Environment.ProcessorCount, FileDescriptorLimit.Left / HandlesOfWorker), 1, MaxWorkers);

    /// <summary>How much of a file one thread works on at a time, in bytes.</summary>
    public int PartitionSize { get; init; } = 1 << 20;

    /// <summary>How many partitions are in memory at a time.</summary>
    public int MaxPartitions => 2 * (Workers + 1);
}
