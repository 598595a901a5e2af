using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>A counter of the entries that a filter wants, on any thread: the pattern of the filter must not take too long.</summary>
/// <param name="filter">Which entries are wanted.</param>
/// <param name="inner">What counts them.</param>
/// <param name="statistics">Notes what there is and what is wanted; null where they are not asked for.</param>
internal sealed class FilteredCounter(EntryFilter filter, ILogCounter inner, ReadStatistics? statistics = null) : ILogCounter
{
    private readonly EntryFilterSink _sink = new(filter, inner, includesText: null, statistics);

    public ILogCounter Inner => inner;

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _sink.DetailThreshold;

    /// <inheritdoc/>
    public int PartitionSize => inner.PartitionSize;

    /// <summary>A counter after a filter, or the counter itself where the filter wants every entry and statistics are not asked for.</summary>
    public static ILogCounter Of(EntryFilter filter, ILogCounter counter, ReadStatistics? statistics = null) =>
        filter.IncludesAll && statistics is null ? counter : new FilteredCounter(filter, counter, statistics);

    /// <inheritdoc/>
    public void Add(in LogLine line) => _sink.Add(in line);

    /// <inheritdoc/>
    public void AddFile(string path) => _sink.AddFile(path);

    /// <inheritdoc/>
    public void Flush() => _sink.Flush();

    /// <inheritdoc/>
    public ILogCounter Fork() => new FilteredCounter(filter, inner.Fork(), statistics is null ? null : new ReadStatistics());

    /// <inheritdoc/>
    public void Merge(ILogCounter partition) => ((FilteredCounter)partition).MergeInto(inner, statistics);

    private void MergeInto(ILogCounter counter, ReadStatistics? noted)
    {
        counter.Merge(inner);
        if (statistics is not null)
        {
            noted?.Merge(statistics);
        }
    }
}
