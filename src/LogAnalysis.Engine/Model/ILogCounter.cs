namespace LogAnalysis.Model;

/// <summary>Counts lines in a way that adds up: the partitions of a log can be counted apart, at the same time, and merged in their order.</summary>
internal interface ILogCounter : ILogSink
{
    /// <summary>The <see cref="PartitionSize"/> of most counters.</summary>
    const int DefaultPartitionSize = 1 << 19;

    /// <summary>
    /// How much of a file one such counter should count before it is merged, in bytes: few enough for the cache of one core, unless merging
    /// takes long.
    /// </summary>
    int PartitionSize => DefaultPartitionSize;

    /// <summary>
    /// A counter of the same kind that has counted nothing yet. The lines that it is given begin where no entry goes on that another counter has: also none of another
    /// stream, behind entries of this one.
    /// </summary>
    ILogCounter Fork();

    /// <summary>Adds what another counter has counted of the lines that follow those counted here.</summary>
    /// <param name="partition">A counter that was forked from this one, or from the same as this one. It is not used any more.</param>
    void Merge(ILogCounter partition);
}
