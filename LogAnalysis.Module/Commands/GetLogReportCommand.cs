using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;

namespace LogAnalysis.Commands;

/// <summary>
/// Aggregates logs into one report: levels, error patterns, HTTP statuses, a timeline, URLs, clients, response times. Reports that are piped
/// to it are merged, and so is what the other counting commands write.
/// </summary>
[Cmdlet(VerbsCommon.Get, "LogReport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogReport))]
public sealed class GetLogReportCommand : LogInputCommand
{
    /// <summary>Names the view that shows windows.</summary>
    private const string WindowTypeName = "LogAnalysis.LogReport#Window";

    private ReportBuilder? _report;
    private WindowWriter<ReportBuilder>? _windows;
    private FilteredSink? _sink;
    private ILogCounter? _files;

    /// <summary>
    /// The earliest time that counts: a date, a time of day (of today), or a span back from now such as <c>-1h</c>. Entries without a
    /// time are left out then.
    /// </summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The time from which on nothing counts, given like <c>-Since</c>.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many error patterns, URLs and clients to show, the most frequent. Default: 10.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = ReportOptions.DefaultTop;

    /// <summary>
    /// How wide the buckets of the timeline are, in whole seconds: <c>5m</c>. Default: as wide as it takes for at most 120 of them.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? BucketSize { get; set; }

    /// <summary>
    /// Writes a report for each span of time of this length, such as <c>1h</c>, rather than one over all. Spans begin at multiples of
    /// their length since 1970 in UTC.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? Every { get; set; }

    /// <inheritdoc/>
    private protected override ILogSink PipelineSink => _sink!;

    /// <inheritdoc/>
    private protected override ILogCounter? FileCounter => _files;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RequirePositive(Every, nameof(Every));
        RequirePositive(BucketSize, nameof(BucketSize));
        if (BucketSize?.Ticks % TimeSpan.TicksPerSecond > 0)
        {
            ThrowTerminatingError(LogErrors.NotWholeSeconds(nameof(BucketSize)));
        }

        var options = new ReportOptions { Top = Top, BucketSize = BucketSize };
        _report = new ReportBuilder(options);
        _windows = Every is TimeSpan length
            ? new WindowWriter<ReportBuilder>(length, () => new ReportBuilder(options), (_, report) => WriteWindow(report.Build()))
            : null;
        var filter = new EntryFilter { Since = Since, Until = Until };
        _sink = Filter(filter, _windows ?? (ILogSink)_report);
        _files = _windows is null ? FilteredSink.Of(filter, _report) : null;
    }

    /// <inheritdoc/>
    private protected override bool TryProcessObject(object input)
    {
        if (input is not (LogReport or LogStatusCode or LogStatusCodeCount or LogErrorGroup or LogErrorSummary))
        {
            return false;
        }

        if (_windows is not null || Since is not null || Until is not null)
        {
            WriteError(LogErrors.CannotSplitByTime(input));
            return true;
        }

        switch (input)
        {
            case LogReport report:
                AddReport(report);
                break;
            case LogStatusCode response:
                _report!.Add(response);
                break;
            case LogStatusCodeCount count:
                _report!.Add(count);
                break;
            case LogErrorGroup group:
                _report!.Add(group);
                break;
            case LogErrorSummary summary:
                _report!.Add(summary);
                break;
        }

        return true;
    }

    /// <inheritdoc/>
    private protected override void OnPause() => _windows?.Pause();

    /// <inheritdoc/>
    private protected override void WriteResults()
    {
        if (_windows is not null)
        {
            _windows.End();
        }
        else if (TakesPipeline || AnyFile)
        {
            WriteObject(_report!.Build());
        }
    }

    private void WriteWindow(LogReport report)
    {
        var window = new PSObject(report);
        window.TypeNames.Insert(0, WindowTypeName);
        WriteObject(window);
    }

    private void AddReport(LogReport report)
    {
        try
        {
            _report!.Add(report);
        }
        catch (InvalidDataException unusable)
        {
            WriteError(LogErrors.UnusableReport(report, unusable));
        }
    }
}
