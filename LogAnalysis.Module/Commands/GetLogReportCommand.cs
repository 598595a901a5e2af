using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Pipeline;
using LogAnalysis.Reporting;

namespace LogAnalysis.Commands;

/// <summary>Gets a report about logs: levels, error patterns, exceptions, HTTP status codes, a timeline, URLs, clients and response times.</summary>
/// <remarks>
/// <para>You get one report for all input, displayed as a dashboard of one screen. A report is an object: <c>Format-List</c> shows its
/// numbers, and you can filter its lists (<c>ErrorPatterns</c>, <c>WarningPatterns</c>, <c>Exceptions</c>, <c>StatusCodes</c>, <c>Timeline</c>, <c>TopUrls</c>,
/// <c>FailingUrls</c>, <c>SlowestUrls</c>, <c>TopClients</c>, <c>Hours</c>), and <c>Findings</c> says what broke.
/// <c>Export-LogReport</c> writes it to an HTML page, or as JSON, CSV or Markdown.</para>
/// <para>Reports that you pipe to this command are merged, also deserialized ones from jobs, files and other machines. Counts are the same
/// as if all logs had been read at once; URLs, clients and response times are within a documented bound. The output of the other counting
/// commands is merged, too.</para>
/// <para>With <c>-Every</c>, you get a report for each window of log time instead.</para>
/// </remarks>
/// <example>
/// <para>Get a report about a log</para>
/// <para>Without <c>Format-List</c>, the report is displayed as a dashboard that fits your terminal.</para>
/// <code>
/// PS> Get-LogReport samples/jobs.jsonl | Format-List
/// Paths           : samples/jobs.jsonl
/// Formats         : json
/// From            : 2025-05-17 10:00:07.027
/// To              : 2025-05-17 10:04:27.833
/// Bytes           : 3041
/// Lines           : 30
/// Entries         : 30
/// Errors          : 2 (6.7% of entries)
/// Warnings        : 1
/// Levels          : Information 27, Error 2, Warning 1
/// ErrorPatterns   : 2 job failed
/// WarningPatterns : 1 queue is long
/// StatusCodes     : 200 3, 404 4
/// TopUrls         : 7 GET /jobs/&lt;*>
/// ResponseBytes   : 8824
/// </code>
/// </example>
/// <example>
/// <para>Find out when errors occurred</para>
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
/// <para>Get a report for each ten minutes</para>
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
/// <para>Merge the reports of several logs or machines</para>
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
/// <para>List the clients with the most requests</para>
/// <code>
/// PS> (Get-LogReport samples/access.log -Top 3).TopClients
///      Count Percent      4xx      5xx Client
///      ----- -------      ---      --- ------
///         21   17.4%        0        2 192.0.2.7
///         20   16.5%        3        1 192.0.2.14
///         18   14.9%        1        2 192.0.2.31
/// </code>
/// </example>
/// <input cref="LogEntry">Entries from <c>Get-LogEntry</c> and <c>Watch-LogFile</c>.</input>
/// <input cref="string">Lines, also arrays of them, from <c>Get-Content</c>, <c>Select-String</c>, native commands and their error streams. A string is
/// always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <input cref="PSObject">Any other object with a message, a level or an HTTP status: events of <c>Get-WinEvent</c>, rows of <c>Import-Csv</c>, objects
/// of <c>ConvertFrom-Json</c>, hashtables. Properties have the names that JSON lines have.</input>
/// <input cref="LogReport">Reports to merge, also deserialized ones from a job, a file or another machine.</input>
/// <input cref="LogErrorSummary">Summaries from <c>Measure-LogErrors</c>.</input>
/// <input cref="LogErrorGroup">Groups from <c>Measure-LogErrors -By</c>.</input>
/// <input cref="LogStatusCode">Responses from <c>Get-LogStatusCode</c>.</input>
/// <input cref="LogStatusCodeCount">Counts from <c>Get-LogStatusCode -Summary</c>.</input>
/// <output cref="LogReport">One report for all input, or with <c>-Every</c> one for each window.</output>
/// <seealso cref="ExportLogReportCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso cref="GetLogStatusCodeCommand"/>
/// <seealso href="docs/many-machines.md">Reports over many machines</seealso>
[Cmdlet(VerbsCommon.Get, "LogReport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogReport))]
public sealed class GetLogReportCommand : ReadingCommand
{
    private CountingInput? _input;

    /// <summary>Specifies how many error patterns, URLs and clients the report contains, most frequent first.</summary>
    /// <value>10</value>
    /// <only>Lists of what is most frequent can be long; entries and responses are written one by one.</only>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = ReportOptions.DefaultTop;

    /// <summary>
    /// Specifies the width of the buckets of the timeline in whole seconds: <c>30s</c>, <c>5m</c>, <c>1h</c>, a TimeSpan, or a number of
    /// seconds.
    /// </summary>
    /// <value>chosen so that there are at most 120 buckets</value>
    /// <only>Only reports have a timeline.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? BucketSize { get; set; }

    /// <summary>
    /// Writes a report for each window of this length, such as <c>1h</c>, rather than one for all input. Windows are aligned to multiples
    /// of their length since 1970 in UTC.
    /// </summary>
    /// <value>none (one report for all input)</value>
    /// <only>Entries and responses have their own times; counts have windows.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext();
        this.RequirePositive(Every, nameof(Every));
        this.RequirePositive(BucketSize, nameof(BucketSize));
        if (BucketSize?.Ticks % TimeSpan.TicksPerSecond > 0)
        {
            ThrowTerminatingError(LogErrors.NotWholeSeconds(nameof(BucketSize)));
        }

        _input = new CountingInput(context, CreateWriter(new ReportOptions { Top = Top, BucketSize = BucketSize, Masks = Masks }));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command._input!.Read(command.InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());

    private IResultWriter CreateWriter(ReportOptions options) => Every is TimeSpan length
        ? new WindowWriter<ReportBuilder>(this, length, () => new ReportBuilder(options), (window, report) => [LogReportWriter.Sign(report.Build(window), this)])
        {
            CountedTypes = LogReportWriter.CountedTypes,
        }
        : new LogReportWriter(this, new ReportBuilder(options));
}
