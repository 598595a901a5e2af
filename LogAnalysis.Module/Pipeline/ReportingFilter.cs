using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Errors;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>An entry filter on the pipeline's thread. Entries on which its pattern takes too long are left out, and reported once for all.</summary>
internal sealed class ReportingFilter
{
    private readonly PSCmdlet _cmdlet;
    private readonly EntrySelector _selector;

    /// <summary>The first entry on which a pattern took too long, if that is known.</summary>
    private EntryReference? _firstTimeout;
    private int _reportedTimeouts;

    public ReportingFilter(PSCmdlet cmdlet, EntryFilter filter)
    {
        _cmdlet = cmdlet;
        Inner = filter;
        Statistics = filter.HasSpan || ReadSummary.IsVerbose(cmdlet) ? new ReadStatistics() : null;
        _selector = new EntrySelector(filter, MatchesText, Statistics);
    }

    /// <summary>What was read and what of it was wanted; null where it is not asked for.</summary>
    public ReadStatistics? Statistics { get; }

    /// <summary>The filter itself, for other threads.</summary>
    public EntryFilter Inner { get; }

    /// <summary>Adds what was read elsewhere; null for nothing.</summary>
    public void Note(ReadStatistics? read)
    {
        if (read is not null)
        {
            Statistics?.Merge(read);
        }
    }

    /// <summary>Whether an entry passes.</summary>
    public bool Includes(LogEntry entry) => _selector.Includes(entry);

    /// <summary>Whether an entry passes of which a reader has seen already that its first line does.</summary>
    public bool IncludesText(LogEntry entry) => _selector.IncludesText(entry);

    /// <summary>Whether a response passes, by its level, its time and its line.</summary>
    public bool Includes(LogStatusCode response)
    {
        bool isWanted = Inner.Includes(LevelRules.OfStatus(response.Code), response.Timestamp, response.Text);
        NoteTimeouts(response, response.Path, response.LineNumber);
        return isWanted;
    }

    /// <summary>Ends the command if a pattern was given up.</summary>
    public void RequirePatience()
    {
        if (Inner.Patience.IsExhausted)
        {
            ReportTimeouts();
        }
    }

    /// <summary>Reports a pattern that took too long since this was called last; it ends the command where the pattern was given up.</summary>
    public void ReportTimeouts()
    {
        if (Inner.Patience is not { First: RegexMatchTimeoutException tooLong, Timeouts: int count } || count == _reportedTimeouts)
        {
            return;
        }

        _reportedTimeouts = count;
        ErrorRecord error = LogErrors.PatternTimeout(tooLong, count, Inner.Patience.IsExhausted, _firstTimeout);
        if (Inner.Patience.IsExhausted)
        {
            _cmdlet.ThrowTerminatingError(error);
        }

        _cmdlet.WriteError(error);
    }

    /// <summary>A sink that passes on to another one the lines of entries that pass.</summary>
    public ILogSink Before(ILogSink sink) => Inner.IncludesAll && Statistics is null ? sink : new EntryFilterSink(Inner, sink, MatchesText, Statistics);

    private bool MatchesText(LogEntry entry)
    {
        bool isWanted = Inner.IncludesText(entry);
        NoteTimeouts(entry, entry.Path, entry.LineNumber);
        return isWanted;
    }

    private void NoteTimeouts(object entry, string? path, long? line)
    {
        if (Inner.Patience.Timeouts > 0)
        {
            _firstTimeout ??= new EntryReference(entry, path, line);
            RequirePatience();
        }
    }
}
