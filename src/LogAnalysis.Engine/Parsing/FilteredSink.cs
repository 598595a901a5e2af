using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>
/// Passes on the entries that are wanted, with the lines that belong to them. Only a pattern needs whole entries: then they are
/// joined first.
/// </summary>
internal sealed class FilteredSink : ILogCounter
{
    private readonly EntryFilter _filter;
    private readonly ILogSink _inner;
    private readonly EntryAssembler? _assembler;
    private readonly bool _includesAll;
    private bool _isWanted = true;

    /// <param name="filter">Which entries are wanted.</param>
    /// <param name="inner">Takes them.</param>
    /// <param name="isWanted">Decides about a whole entry where there is a pattern: the filter itself, with what is to happen when the pattern takes too long.</param>
    public FilteredSink(EntryFilter filter, ILogSink inner, Func<LogEntry, bool> isWanted)
    {
        _filter = filter;
        _inner = inner;
        _includesAll = filter.IncludesAll;
        _assembler = filter.Pattern is null ? null : new EntryAssembler(entry =>
        {
            if (isWanted(entry))
            {
                inner.Add(entry.AsLine());
            }
        });
    }

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _inner.DetailThreshold;

    /// <inheritdoc/>
    public int PartSize => ((ILogCounter)_inner).PartSize;

    /// <summary>A counter of the entries that are wanted.</summary>
    /// <param name="filter">Which those are. Its pattern must not take too long.</param>
    /// <param name="counter">Counts them.</param>
    public static ILogCounter Of(EntryFilter filter, ILogCounter counter) =>
        filter.IncludesAll ? counter : new FilteredSink(filter, counter, filter.Includes);

    /// <summary>What counts, behind a filter if there is one.</summary>
    public static ILogSink Unwrap(ILogCounter counter) => counter is FilteredSink filtered ? filtered._inner : counter;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (_assembler is not null)
        {
            _assembler.Add(in line);
            return;
        }

        if (!line.IsContinuation && !_includesAll)
        {
            _isWanted = _filter.Includes(in line);
        }

        if (_isWanted)
        {
            _inner.Add(in line);
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path) => _inner.AddFile(path);

    /// <summary>Filters in the same way before an empty counter. Only where <see cref="Of"/> has made it.</summary>
    public ILogCounter Fork() => new FilteredSink(_filter, ((ILogCounter)_inner).Fork(), _filter.Includes);

    /// <inheritdoc/>
    public void Join(ILogCounter part) => ((ILogCounter)_inner).Join((ILogCounter)((FilteredSink)part)._inner);

    /// <inheritdoc/>
    public void Flush()
    {
        _assembler?.Flush();
        _inner.Flush();
    }
}
