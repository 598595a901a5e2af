using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Passes on the lines of entries that a filter wants. Where their texts decide, entries are made whole first.</summary>
internal sealed class EntryFilterSink : ILogSink
{
    private readonly EntryFilter _filter;
    private readonly ILogSink _inner;
    private readonly EntrySelector _selector;
    private readonly EntryAssembler? _assembler;
    private readonly ReadStatistics? _statistics;

    /// <param name="filter">Which entries are wanted.</param>
    /// <param name="inner">Takes them.</param>
    /// <param name="includesText">As <see cref="EntrySelector"/> takes it.</param>
    /// <param name="statistics">As <see cref="EntrySelector"/> takes it.</param>
    public EntryFilterSink(EntryFilter filter, ILogSink inner, Func<LogEntry, bool>? includesText = null, ReadStatistics? statistics = null)
    {
        _filter = filter;
        _inner = inner;
        _statistics = statistics;
        _selector = new EntrySelector(filter, includesText, statistics);
        _assembler = filter.NeedsText ? new EntryAssembler(AddWhole) : null;
    }

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _filter.Where is not null ? _filter.MinimumLevel : (LogLevel)Math.Max((int)_filter.MinimumLevel, (int)_inner.DetailThreshold);

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (_selector.IncludesLine(in line))
        {
            (_assembler ?? _inner).Add(in line);
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path)
    {
        _statistics?.Of(path);
        _inner.AddFile(path);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _assembler?.Flush();
        _inner.Flush();
    }

    private void AddWhole(LogEntry entry)
    {
        if (_selector.IncludesText(entry))
        {
            _inner.Add(entry.AsLine());
        }
    }
}
