using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Querying;

namespace LogAnalysis.Pipeline;

/// <summary>What a command was asked to read, and what it takes to read it.</summary>
/// <param name="cmdlet">The command. Results and errors are written there.</param>
/// <param name="files">Which files.</param>
/// <param name="options">How to read them.</param>
/// <param name="filter">Which entries.</param>
/// <param name="progress">Shows how far reading has come.</param>
/// <param name="stop">Ends reading.</param>
internal sealed class ReadContext(
    PSCmdlet cmdlet, InputFiles files, ReadOptions options, EntryFilter filter, ReadProgress progress, CancellationToken stop)
{
    public PSCmdlet Cmdlet { get; } = cmdlet;

    public InputFiles Files { get; } = files;

    /// <summary>How to read files. What is outside of a span of time that is wanted is not read, unless somebody is to be told of it.</summary>
    public ReadOptions Options { get; } = filter.HasSpan && !ReadSummary.IsVerbose(cmdlet)
        ? options with { Within = new SearchedSpan(filter.Since, filter.Until) }
        : options;

    public ReportingFilter Filter { get; } = new(cmdlet, filter);

    public ReadErrors Errors { get; } = new(cmdlet);

    public ReadProgress Progress { get; } = progress;

    public CancellationToken Stop { get; } = stop;

    /// <summary>The fields that were asked for, each with whether any entry has it.</summary>
    public List<FieldCensus> Fields { get; } = filter.Where is null ? [] : [filter.Where.Census];

    /// <summary>To be called when everything has been read: tells of what was.</summary>
    /// <param name="expectsMore">Whether the logs are followed: what is not there yet may come.</param>
    public void CompleteReading(bool expectsMore = false)
    {
        Errors.ReportGivenUpPatterns();
        Progress.Complete();
        Filter.ReportTimeouts();
        Fields.ForEach(fields => MissingFields.Warn(Cmdlet, fields));
        if (Filter.Statistics is not ReadStatistics statistics)
        {
            return;
        }

        var summary = new ReadSummary(Cmdlet, statistics);
        summary.WriteVerbose();
        if (Filter.Inner.HasSpan && !expectsMore)
        {
            summary.WarnOfEmptySpan();
        }
    }
}
