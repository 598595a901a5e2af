using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Parsing;
using LogAnalysis.Pipeline;
using LogAnalysis.Reporting;

namespace LogAnalysis.Commands;

/// <summary>Aggregates logs into one report: levels, error patterns, HTTP statuses, a timeline, URLs, clients, response times.</summary>
/// <remarks>
/// <para>It writes one report over all its input, which shows as a dashboard of one screen. It is an object like any other: <c>Format-List</c> shows its
/// numbers, and its lists (<c>ErrorPatterns</c>, <c>StatusCodes</c>, <c>Timeline</c>, <c>TopUrls</c>, <c>TopClients</c>) are there to be filtered.
/// <c>Export-LogReport</c> writes it as a page, as JSON, CSV or Markdown.</para>
/// <para>Reports that are piped to it are merged, also those that come back from jobs, files and other machines: counts as if all logs had been read
/// at once, URLs, clients and response times within a stated bound. What the other counting commands write is merged too.</para>
/// <para>With <c>-Every</c> it writes a report for each span of log time instead.</para>
/// </remarks>
/// <example>
/// <para>What is in a log?</para>
/// <para>Without <c>Format-List</c> it shows as a dashboard, as wide as the terminal.</para>
/// <code lang="pwsh">
/// PS> Get-LogReport samples/app.log | Format-List
/// Paths         : samples/app.log
/// Formats       : application
/// From          : 2025-05-17 10:00:07
/// To            : 2025-05-17 10:15:02
/// Bytes         : 6291
/// Lines         : 80
/// Entries       : 60
/// Errors        : 5 (8.3% of entries)
/// Warnings      : 4
/// Levels        : Information 40, Debug 11, Error 4, Warning 4, Critical 1
/// ErrorPatterns : 4 Payment of order &lt;*> failed
///                 1 Database connection lost, shutting down
/// StatusCodes   :
/// </code>
/// </example>
/// <example>
/// <para>When was it bad?</para>
/// <code>
/// PS> (Get-LogReport samples/access.log -BucketSize 5m).Timeline |
/// >>     Where-Object ServerErrors
/// Start                  Entries     Errors   Warnings ServerErrors
/// -----                  -------     ------   -------- ------------
/// 2025-05-17 10:20:00         15          5          1            5
/// 2025-05-17 10:25:00         13          2          2            2
/// </code>
/// </example>
/// <example>
/// <para>What did each span of time bring?</para>
/// <code>
/// PS> Get-LogReport samples/jobs.jsonl -Every 2m
/// From                   Entries   Errors Warnings    Rate TopError
/// ----                   -------   ------ --------    ---- --------
/// 2025-05-17 10:00:07         10        1        0   10.0% job failed
/// 2025-05-17 10:02:04         16        1        1    6.3% job failed
/// 2025-05-17 10:04:10          4        0        0    0.0%
/// </code>
/// </example>
/// <example>
/// <para>How are reports merged, of files here or of machines elsewhere?</para>
/// <code>
/// PS> $parts = Get-ChildItem samples/*.log |
/// >>     ForEach-Object { Get-LogReport $_ }
/// PS> $parts.Errors
/// 7
/// 5
/// PS> ($parts | Get-LogReport).Errors
/// 12
/// </code>
/// </example>
/// <example>
/// <para>Which clients ask most?</para>
/// <code>
/// PS> (Get-LogReport samples/access.log -Top 3).TopClients
///      Count Percent Value
///      ----- ------- -----
///         21   17.4% 192.0.2.7
///         20   16.5% 192.0.2.14
///         18   14.9% 192.0.2.31
/// </code>
/// </example>
/// <input cref="LogEntry">Entries, as <c>Get-LogEntry</c> and <c>Watch-LogFile</c> write them.</input>
/// <input cref="string">Lines, as <c>Get-Content</c> writes them. A line is never taken for a path.</input>
/// <input cref="FileInfo">Files, as <c>Get-ChildItem</c> writes them.</input>
/// <input cref="LogReport">Reports, which are merged, also when they come back from a job, a file or another machine.</input>
/// <input cref="LogErrorSummary">Summaries, as <c>Measure-LogErrors</c> writes them.</input>
/// <input cref="LogErrorGroup">Groups, as <c>Measure-LogErrors -By</c> writes them.</input>
/// <input cref="LogStatusCode">Responses, as <c>Get-LogStatusCode</c> writes them.</input>
/// <input cref="LogStatusCodeCount">Counts, as <c>Get-LogStatusCode -Summary</c> writes them.</input>
/// <output cref="LogReport">One over all input, or with <c>-Every</c> one for each span of time.</output>
/// <seealso cref="ExportLogReportCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso cref="GetLogStatusCodeCommand"/>
/// <seealso href="docs/many-machines.md">Reports over many machines</seealso>
[Cmdlet(VerbsCommon.Get, "LogReport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogReport))]
public sealed class GetLogReportCommand : ReadingCommand
{
    private CountingInput? _input;

    /// <summary>
    /// The earliest time that counts: a date, a time of day (of today), <c>today</c> or <c>yesterday</c> (their beginnings), or a span back from now such
    /// as <c>-1h</c>. Entries without a time are left out then.
    /// </summary>
    /// <value>from the beginning</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The time from which on nothing counts, given like <c>-Since</c>.</summary>
    /// <value>to the end</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many error patterns, URLs and clients to show, the most frequent.</summary>
    /// <value>10</value>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = ReportOptions.DefaultTop;

    /// <summary>
    /// How wide the buckets of the timeline are, in whole seconds: <c>30s</c>, <c>5m</c>, <c>1h</c>, a TimeSpan, or a number of seconds.
    /// </summary>
    /// <value>as wide as it takes for at most 120 of them</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? BucketSize { get; set; }

    /// <summary>
    /// Writes a report for each span of time of this length, such as <c>1h</c>, rather than one over all. Spans begin at multiples of
    /// their length since 1970 in UTC.
    /// </summary>
    /// <value>none (one report over all)</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext(new EntryFilter { Since = Since, Until = Until });
        this.RequirePositive(Every, nameof(Every));
        this.RequirePositive(BucketSize, nameof(BucketSize));
        if (BucketSize?.Ticks % TimeSpan.TicksPerSecond > 0)
        {
            ThrowTerminatingError(LogErrors.NotWholeSeconds(nameof(BucketSize)));
        }

        _input = new CountingInput(context, CreateWriter(new ReportOptions { Top = Top, BucketSize = BucketSize }));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command._input!.Read(command.InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());

    private IResultWriter CreateWriter(ReportOptions options) => Every is TimeSpan length
        ? new WindowWriter<ReportBuilder>(this, length, () => new ReportBuilder(options), (_, report) => report.Build())
        {
            CountedTypes = LogReportWriter.CountedTypes,
        }
        : new LogReportWriter(this, new ReportBuilder(options), isSpanOfTime: Since is not null || Until is not null);
}
