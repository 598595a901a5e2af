using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Passes on the lines of entries that are wanted by level and time, so that nothing is made of the others.</summary>
internal sealed class EntryFilterSink(EntryFilter filter, ILogSink inner) : ILogSink
{
    private bool? _isWanted;

    /// <inheritdoc/>
    public LogLevel DetailThreshold => filter.MinimumLevel;

    /// <inheritdoc/>
    public void Flush() => inner.Flush();

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (line.IsDetached)
        {
            // It belongs to an entry further back, and becomes an entry of its own.
            if (filter.Includes(in line))
            {
                inner.Add(in line);
            }

            return;
        }

        if (!line.IsContinuation || _isWanted is null)
        {
            _isWanted = filter.Includes(in line);
        }

        if (_isWanted == true)
        {
            inner.Add(in line);
        }
    }
}
