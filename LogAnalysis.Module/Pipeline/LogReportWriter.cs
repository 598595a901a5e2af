using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reporting;

namespace LogAnalysis.Pipeline;

/// <summary>Writes one report over all input, at the end.</summary>
/// <param name="cmdlet">Where to.</param>
/// <param name="report">Counts.</param>
internal sealed class LogReportWriter(PSCmdlet cmdlet, ReportBuilder report) : IResultWriter
{
    /// <summary>The types of objects that can be added.</summary>
    public static readonly Type[] CountedTypes =
        [typeof(LogReport), typeof(LogStatusCode), typeof(LogStatusCodeCount), typeof(LogErrorGroup), typeof(LogErrorSummary)];

    /// <inheritdoc/>
    public ILogSink Sink => report;

    /// <inheritdoc/>
    public ILogCounter Counter => report;

    /// <inheritdoc/>
    public InputOutcome Add(object counted)
    {
        switch (counted)
        {
            case LogReport other:
                Add(other);
                return InputOutcome.Taken;
            case LogStatusCode response:
                report.Add(response);
                return InputOutcome.Taken;
            case LogStatusCodeCount count:
                report.Add(count);
                return InputOutcome.Taken;
            case LogErrorGroup group:
                report.Add(group);
                return InputOutcome.Taken;
            case LogErrorSummary summary:
                report.Add(summary);
                return InputOutcome.Taken;
            default:
                return InputOutcome.Unsupported;
        }
    }

    /// <inheritdoc/>
    public void Add(LogFileException failure) => report.Add(failure);

    /// <inheritdoc/>
    public void Complete() => cmdlet.WriteObject(Sign(report.Build(), cmdlet));

    /// <summary>Notes when, by which version and by which command a report was made.</summary>
    public static LogReport Sign(LogReport report, PSCmdlet cmdlet)
    {
        report.CreatedAt = DateTimeOffset.Now;
        report.ModuleVersion = typeof(LogReport).Assembly.GetName().Version?.ToString(3);
        report.Command = CommandText.Of(cmdlet.MyInvocation);
        return report;
    }

    private void Add(LogReport other)
    {
        try
        {
            report.Add(other);
        }
        catch (InvalidDataException unusable)
        {
            cmdlet.WriteError(LogErrors.UnusableReport(other, unusable));
        }
    }
}
