using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>A counter of the entries that a filter wants, on any thread: the pattern of the filter must not take too long.</summary>
internal sealed class FilteredCounter(EntryFilter filter, ILogCounter inner) : ILogCounter
{
    private readonly EntryFilterSink _sink = new(filter, inner);

    /// <summary>What counts them.</summary>
    public ILogCounter Inner => inner;

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _sink.DetailThreshold;

    /// <inheritdoc/>
    public int PartitionSize => inner.PartitionSize;

    /// <summary>A counter after a filter, or the counter itself where the filter wants every entry.</summary>
    public static ILogCounter Of(EntryFilter filter, ILogCounter counter) => filter.IncludesAll ? counter : new FilteredCounter(filter, counter);

    /// <inheritdoc/>
    public void Add(in LogLine line) => _sink.Add(in line);

    /// <inheritdoc/>
    public void AddFile(string path) => _sink.AddFile(path);

    /// <inheritdoc/>
    public void Flush() => _sink.Flush();

    /// <inheritdoc/>
    public ILogCounter Fork() => new FilteredCounter(filter, inner.Fork());

    /// <inheritdoc/>
    public void Merge(ILogCounter partition) => inner.Merge(((FilteredCounter)partition).Inner);
}
