using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Errors;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>An entry filter on the pipeline's thread. An entry on which its pattern times out is reported, and left out.</summary>
internal sealed class ReportingFilter(PSCmdlet cmdlet, EntryFilter filter)
{
    /// <summary>The filter itself, for other threads. They must not use a pattern that can time out.</summary>
    public EntryFilter Inner => filter;

    /// <summary>Whether an entry passes.</summary>
    public bool Includes(LogEntry entry)
    {
        try
        {
            return filter.Includes(entry);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            cmdlet.WriteError(LogErrors.PatternTimeout(entry, entry.Path, entry.LineNumber, timeout));
            return false;
        }
    }

    /// <summary>Whether a response passes, by its level and its line.</summary>
    public bool Includes(LogStatusCode response)
    {
        try
        {
            return LevelRules.OfStatus(response.Code) >= filter.MinimumLevel && filter.Pattern?.IsMatch(response.Text) != false;
        }
        catch (RegexMatchTimeoutException timeout)
        {
            cmdlet.WriteError(LogErrors.PatternTimeout(response, response.Path, response.LineNumber, timeout));
            return false;
        }
    }

    /// <summary>A sink that passes on to another one the lines of entries that pass.</summary>
    public ILogSink Before(ILogSink sink) => filter.IncludesAll ? sink : new FilteredSink(filter, sink, Includes);
}
