using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Parsing;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Counts errors in logs: entries of level Error and Critical, and HTTP statuses of 500 and above.</summary>
/// <remarks>
/// <para>It counts entries rather than lines: a stack trace of forty lines is one error. The level that a line states decides, whatever else it
/// says; an access log states none, and there the status decides. Only of a line that has neither do words decide, such as <c>failed</c>, and
/// <c>finished with 0 errors</c> is none.</para>
/// <para>By path it writes one summary a file, or with <c>-Total</c> one over all; over pipeline input it writes one. Behind a
/// <c>Watch-LogFile</c> that follows, there is no end to wait for: it writes running totals whenever the number of errors has changed.</para>
/// <para>With <c>-By</c> it writes groups instead: which kinds of errors there are, and how many of each. With <c>-Every</c> it writes a summary for
/// each span of log time in which there are entries.</para>
/// <para><c>Measure-LogError</c> is the same command.</para>
/// </remarks>
/// <example>
/// <para>How many errors are there, and when was the last?</para>
/// <code>
/// PS> Measure-LogErrors samples/*.log
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        7       15        121    5.8% 2025-05-17 10:26:50 samples/access.log
///        5        4         60    8.3% 2025-05-17 10:13:51 samples/app.log
/// </code>
/// </example>
/// <example>
/// <para>Which kinds of errors are there?</para>
/// <para>Messages that differ only in values are one pattern, and <c>&lt;*&gt;</c> stands for the values.</para>
/// <code>
/// PS> Measure-LogErrors samples/*.log -By Pattern -Top 3
///    Count Percent Level    Last             Name
///    ----- ------- -----    ----             ----
///        4   33.3% Error    2025-05-17 10:12 Payment of order &lt;*> failed
///        3   25.0% Error    2025-05-17 10:26 POST /api/orders 503
///        2   16.7% Error    2025-05-17 10:26 GET /api/orders 500
/// </code>
/// </example>
/// <example>
/// <para>Since when do they come?</para>
/// <code>
/// PS> Measure-LogErrors samples/access.log -Every 10m
/// WindowStart           Errors Warnings    Entries    Rate Path
/// -----------           ------ --------    -------    ---- ----
/// 2025-05-17 09:50:00        0        0          4    0.0% samples/access.log
/// 2025-05-17 10:00:00        0        1         23    0.0% samples/access.log
/// 2025-05-17 10:10:00        0        4         27    0.0% samples/access.log
/// 2025-05-17 10:20:00        7        3         28   25.0% samples/access.log
/// 2025-05-17 10:30:00        0        5         22    0.0% samples/access.log
/// 2025-05-17 10:40:00        0        2         17    0.0% samples/access.log
/// </code>
/// </example>
/// <example>
/// <para>What counts as an error?</para>
/// <code>
/// PS> 'ERROR disk full', 'INFO parity error corrected', 'backup failed' |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        2        0          3   66.7%
/// </code>
/// </example>
/// <example>
/// <para>Should a script raise an alarm?</para>
/// <code>
/// PS> $all = Measure-LogErrors samples/*.log -Total
/// PS> if ($all.ErrorRate -gt 0.05) { "$($all.Errors) errors" }
/// 12 errors
/// </code>
/// </example>
/// <input cref="LogEntry">Entries, as <c>Get-LogEntry</c> and <c>Watch-LogFile</c> write them.</input>
/// <input cref="string">Lines, as <c>Get-Content</c> writes them. A line is never taken for a path.</input>
/// <input cref="FileInfo">Files, as <c>Get-ChildItem</c> writes them.</input>
/// <input cref="LogStatusCode">Responses, as <c>Get-LogStatusCode</c> writes them.</input>
/// <input cref="LogErrorSummary">Summaries, which are added up.</input>
/// <input cref="LogErrorGroup">Groups, which are added up with <c>-By</c>.</input>
/// <output cref="LogErrorSummary">One a file; one over all with <c>-Total</c> and over pipeline input; one a span of time with <c>-Every</c>.</output>
/// <output cref="LogErrorGroup">With <c>-By</c>: one for each pattern, level, file or status, the most frequent first.</output>
/// <seealso cref="WatchLogFileCommand"/>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso cref="GetLogStatusCodeCommand"/>
/// <seealso href="docs/scheduled-scripts.md">Scripts that run every five minutes or every night</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "LogErrors", DefaultParameterSetName = PathSet)]
[Alias("Measure-LogError")]
[OutputType(typeof(LogErrorSummary), typeof(LogErrorGroup))]
public sealed class MeasureLogErrorsCommand : ReadingCommand
{
    private CountingInput? _input;
    private bool _isByFile;

    /// <summary>Writes one summary over all files, rather than one a file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>
    /// Writes, rather than a summary, the errors of all input by what they have in common, the most frequent first: their message pattern,
    /// level, file, or HTTP status. Groups are written at the end: behind a <c>Watch-LogFile</c> that follows, give that a <c>-Timeout</c>.
    /// </summary>
    /// <value>none (a summary)</value>
    [Parameter]
    public ErrorGroupKey? By { get; set; }

    /// <summary>
    /// Writes a summary for each span of time of this length, such as <c>1m</c>, rather than one at the end. Spans begin at multiples
    /// of their length since 1970 in UTC.
    /// </summary>
    /// <value>none (one summary at the end)</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <summary>
    /// The least serious level to count: less serious entries are passed over as if they were not there.
    /// </summary>
    /// <value>Unknown (all), or with <c>-By</c> Error</value>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>A regular expression that an entry's text, continuation lines included, must match to be counted. Case does not matter.</summary>
    /// <value>none (every text will do)</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>How many groups to write with <c>-By</c>.</summary>
    /// <value>all</value>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext(new EntryFilter { MinimumLevel = MinimumLevel, Pattern = this.CompilePattern(Pattern) });
        this.RefuseBoth(By is not null && Every is not null, nameof(By), nameof(Every), "Groups have no windows.");
        this.RefuseBoth(By is not null && Total, nameof(By), nameof(Total), "Groups are over all files anyway.");
        if (Top is not null && By is null)
        {
            ThrowTerminatingError(LogErrors.MissingParameter(nameof(Top), nameof(By)));
        }

        this.RequirePositive(Every, nameof(Every));
        _isByFile = context.Files.AreNamed && !Total && By is null;
        _input = new CountingInput(context, By is ErrorGroupKey key ? CreateGroups(key) : Every is TimeSpan length ? CreateWindows(length) : new SummaryWriter(this));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command.Read());

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());

    private void Read()
    {
        if (!_isByFile)
        {
            _input!.Read(InputObject);
        }
        else if (Every is TimeSpan length)
        {
            _input!.CountEachFile(() => CreateWindows(length));
        }
        else
        {
            _input!.CountEachFile(() => new ErrorCounter(), counter => WriteObject(counter.ToSummary()));
        }
    }

    private GroupWriter CreateGroups(ErrorGroupKey key)
    {
        LogLevel minimum = MyInvocation.BoundParameters.ContainsKey(nameof(MinimumLevel)) ? MinimumLevel : LogLevel.Error;
        return new GroupWriter(this, new ErrorGrouping(key, minimum), Top ?? int.MaxValue);
    }

    private WindowWriter<ErrorCounter> CreateWindows(TimeSpan length) => new(this, length, () => new ErrorCounter(), (window, counter) => counter.ToSummary(window))
    {
        CountedTypes = [typeof(LogErrorSummary), typeof(LogStatusCode)],
    };
}
