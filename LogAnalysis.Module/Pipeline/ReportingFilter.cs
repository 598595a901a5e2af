using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Errors;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>An entry filter on the pipeline's thread. An entry on which its pattern times out is reported, and left out.</summary>
internal sealed class ReportingFilter
{
    private readonly PSCmdlet _cmdlet;
    private readonly EntrySelector _selector;

    public ReportingFilter(PSCmdlet cmdlet, EntryFilter filter)
    {
        _cmdlet = cmdlet;
        Inner = filter;
        Statistics = filter.HasSpan || ReadSummary.IsVerbose(cmdlet) ? new ReadStatistics() : null;
        _selector = new EntrySelector(filter, MatchesText, Statistics);
    }

    /// <summary>What was read and what of it was wanted; null where nobody asks.</summary>
    public ReadStatistics? Statistics { get; }

    /// <summary>The filter itself, for other threads. They must not use a pattern that can time out.</summary>
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
        try
        {
            return Inner.Includes(LevelRules.OfStatus(response.Code), response.Timestamp, response.Text);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            _cmdlet.WriteError(LogErrors.PatternTimeout(response, response.Path, response.LineNumber, timeout));
            return false;
        }
    }

    /// <summary>A sink that passes on to another one the lines of entries that pass.</summary>
    public ILogSink Before(ILogSink sink) => Inner.IncludesAll && Statistics is null ? sink : new EntryFilterSink(Inner, sink, MatchesText, Statistics);

    private bool MatchesText(LogEntry entry)
    {
        try
        {
            return Inner.IncludesText(entry);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            _cmdlet.WriteError(LogErrors.PatternTimeout(entry, entry.Path, entry.LineNumber, timeout));
            return false;
        }
    }
}
