using LogAnalysis.Formats;
using LogAnalysis.Reading;

namespace LogAnalysis.Counting;

/// <summary>
/// Passes on the entries that are wanted, with the lines that belong to them. Only a pattern needs whole entries: then they are
/// joined first.
/// </summary>
internal sealed class FilteredSink : ILogSink
{
    private readonly EntryFilter _filter;
    private readonly ILogSink _inner;
    private readonly EntryAssembler? _assembler;
    private bool _isWanted = true;

    /// <param name="filter">Which entries are wanted.</param>
    /// <param name="inner">Takes them.</param>
    /// <param name="isWanted">Decides about a whole entry where there is a pattern: the filter itself, with what is to happen when the pattern takes too long.</param>
    public FilteredSink(EntryFilter filter, ILogSink inner, Func<LogEntry, bool> isWanted)
    {
        _filter = filter;
        _inner = inner;
        _assembler = filter.Pattern is null ? null : new EntryAssembler(entry =>
        {
            if (isWanted(entry))
            {
                inner.Add(entry.AsLine());
            }
        });
    }

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (_assembler is not null)
        {
            _assembler.Add(in line);
            return;
        }

        if (!line.IsContinuation)
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

    /// <summary>No more lines of the last entry will come.</summary>
    public void Complete() => _assembler?.Complete();
}
