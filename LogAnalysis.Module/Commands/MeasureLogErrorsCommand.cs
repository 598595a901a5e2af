using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;

namespace LogAnalysis.Commands;

/// <summary>Counts errors in logs: entries of level Error and Critical, and HTTP statuses of 500 and above.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LogErrors", DefaultParameterSetName = PathSet)]
[Alias("Measure-LogError")]
[OutputType(typeof(LogErrorSummary), typeof(LogErrorGroup))]
public sealed class MeasureLogErrorsCommand : LogInputCommand
{
    /// <summary>Names the view that shows windows.</summary>
    private const string WindowTypeName = "LogAnalysis.LogErrorSummary#Window";

    private EntryFilter _filter = new();
    private IResultWriter? _overall;
    private FilteredSink? _pipeline;
    private ILogCounter? _files;

    /// <summary>Writes one summary over all files, rather than one a file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>
    /// Writes, rather than a summary, the errors of all input by what they have in common, the most frequent first: their message pattern,
    /// level, file, or HTTP status. Groups are written at the end: behind a <c>Watch-LogFile</c> that follows, give that a <c>-Timeout</c>.
    /// </summary>
    [Parameter]
    public ErrorGroupKey? By { get; set; }

    /// <summary>
    /// Writes a summary for each span of time of this length, such as <c>1m</c>, rather than one at the end. Spans begin at multiples
    /// of their length since 1970 in UTC.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? Every { get; set; }

    /// <summary>
    /// The least serious level to count: less serious entries are passed over as if they were not there. Default: all for a summary,
    /// Error for <c>-By</c>.
    /// </summary>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>A regular expression that an entry's text, continuation lines included, must match to be counted. Case does not matter.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>How many groups to write with <c>-By</c>. Default: all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    /// <inheritdoc/>
    private protected override ILogSink PipelineSink => _pipeline!;

    /// <inheritdoc/>
    private protected override ILogCounter? FileCounter => _files;

    private bool WritesPerFile => !TakesPipeline && !Total && By is null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Refuse(By is not null && Every is not null, nameof(By), nameof(Every), "Groups have no windows.");
        Refuse(By is not null && Total, nameof(By), nameof(Total), "Groups are over all files anyway.");
        if (Top is not null && By is null)
        {
            ThrowTerminatingError(LogErrors.MissingParameter(nameof(Top), nameof(By)));
        }

        RequirePositive(Every, nameof(Every));
        _filter = new EntryFilter { MinimumLevel = MinimumLevel, Pattern = CompilePattern(Pattern) };
        _overall = CreateWriter();
        _pipeline = Filter(_filter, _overall);
        _files = _overall.Counter is null || _filter.CanTakeTooLong ? null : FilteredSink.Of(_filter, _overall.Counter);
    }

    /// <inheritdoc/>
    private protected override void AddFile(ILogCounter counted)
    {
        if (WritesPerFile)
        {
            WriteObject(((ErrorCounter)FilteredSink.Unwrap(counted)).ToSummary());
        }
        else
        {
            base.AddFile(counted);
        }
    }

    /// <inheritdoc/>
    private protected override bool ProcessFile(string file)
    {
        IResultWriter writer = WritesPerFile ? CreateWriter() : _overall!;
        FilteredSink sink = Filter(_filter, writer);
        bool read = TryRead(file, sink);
        sink.Complete();
        if (read && WritesPerFile)
        {
            writer.End();
        }

        return read;
    }

    /// <inheritdoc/>
    private protected override bool TryProcessObject(object input)
    {
        if (input is LogStatusCode response && !IsWanted(response))
        {
            return true;
        }

        if (_overall!.TryAdd(input))
        {
            return true;
        }

        if (Every is null || input is not (LogErrorSummary or LogStatusCode))
        {
            return false;
        }

        WriteError(LogErrors.CannotSplitByTime(input));
        return true;
    }

    /// <inheritdoc/>
    private protected override void CompleteEntry() => _pipeline!.Complete();

    /// <summary>A following pipeline has no end: running totals are written whenever they have changed.</summary>
    private protected override void OnPause() => _overall!.Pause();

    /// <inheritdoc/>
    private protected override void WriteResults()
    {
        if (TakesPipeline || (AnyFile && !WritesPerFile))
        {
            _overall!.End();
        }
    }

    private bool IsWanted(LogStatusCode response)
    {
        try
        {
            return LevelRules.OfStatus(response.Code) >= MinimumLevel && _filter.Pattern?.IsMatch(response.Text) != false;
        }
        catch (RegexMatchTimeoutException tooLong)
        {
            WriteError(LogErrors.PatternTimeout(response, response.Path, response.LineNumber, tooLong));
            return false;
        }
    }

    private IResultWriter CreateWriter()
    {
        if (By is ErrorGroupKey key)
        {
            LogLevel minimum = MyInvocation.BoundParameters.ContainsKey(nameof(MinimumLevel)) ? MinimumLevel : LogLevel.Error;
            return new GroupWriter(this, new ErrorGrouping(key, minimum), Top ?? int.MaxValue);
        }

        return Every is TimeSpan length
            ? new WindowWriter<ErrorCounter>(length, () => new ErrorCounter(), WriteWindow)
            : new SummaryWriter(this);
    }

    private void WriteWindow(TimeWindow window, ErrorCounter counter)
    {
        var summary = new PSObject(counter.ToSummary(window));
        summary.TypeNames.Insert(0, WindowTypeName);
        WriteObject(summary);
    }

    private void Refuse(bool isCombined, string parameter, string other, string why)
    {
        if (isCombined)
        {
            ThrowTerminatingError(LogErrors.CannotCombine(parameter, other, why));
        }
    }
}
