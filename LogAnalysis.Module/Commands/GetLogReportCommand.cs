using System.Management.Automation;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;
using LogAnalysis.Reporting;

namespace LogAnalysis.Commands;

/// <summary>Aggregates logs into one report: levels, HTTP statuses, a timeline. Reports that are piped to it are merged.</summary>
[Cmdlet(VerbsCommon.Get, "LogReport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogReport))]
public sealed class GetLogReportCommand : LogInputCommand
{
    private readonly ReportBuilder _report = new();
    private bool _anyFile;

    /// <inheritdoc/>
    private protected override ILogSink PipelineSink => _report;

    /// <inheritdoc/>
    private protected override void ProcessFile(string file, ReadProgress progress) => _anyFile |= TryRead(file, _report, progress);

    /// <inheritdoc/>
    private protected override bool TryProcessObject(object input)
    {
        if (input is not LogReport report)
        {
            return false;
        }

        _report.Add(report);
        return true;
    }

    /// <inheritdoc/>
    private protected override void WriteResults()
    {
        if (TakesPipeline || _anyFile)
        {
            WriteObject(_report.Build());
        }
    }
}
