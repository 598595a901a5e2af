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
        _selector = new EntrySelector(filter, IncludesText);
    }

    /// <summary>The filter itself, for other threads. They must not use a pattern that can time out.</summary>
    public EntryFilter Inner { get; }

    /// <summary>Whether an entry passes.</summary>
    public bool Includes(LogEntry entry) => _selector.Includes(entry);

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
    public ILogSink Before(ILogSink sink) => Inner.IncludesAll ? sink : new EntryFilterSink(Inner, sink, IncludesText);

    private bool IncludesText(LogEntry entry)
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
