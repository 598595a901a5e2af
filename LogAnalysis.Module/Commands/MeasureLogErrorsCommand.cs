using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Parsing;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Counts the errors in logs.</summary>
/// <remarks>
/// <para>An error is an entry of level Error or Critical, or in an access log a response with a status of 500 or above. Entries are
/// counted, not lines: a stack trace of forty lines is one error. The level in the line decides. Keywords such as <c>failed</c> decide only
/// for lines that have neither a level nor a status, and <c>finished with 0 errors</c> is not an error.</para>
/// <para>With <c>-Path</c> you get a summary for each file, or with <c>-Total</c> one for all files. For pipeline input you get one summary
/// at the end. If the input comes from a <c>Watch-LogFile</c> that follows, you get running totals instead: a new summary whenever the
/// number of errors changes.</para>
/// <para>With <c>-By</c>, errors are grouped. With <c>-Every</c>, you get a summary for each window of log time that contains
/// entries.</para>
/// <para><c>Measure-LogError</c> is an alias.</para>
/// </remarks>
/// <example>
/// <para>Count the errors of each file</para>
/// <code>
/// PS> Measure-LogErrors samples/*.log
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        7       15        121    5.8% 2025-05-17 10:26:50 samples/access.log
///        5        4         60    8.3% 2025-05-17 10:13:51 samples/app.log
/// </code>
/// </example>
/// <example>
/// <para>Group errors by message pattern</para>
/// <para>Messages that differ only in their values have the same pattern, in which <c>&lt;*&gt;</c> stands for the values.</para>
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
/// <para>Count errors in windows of ten minutes</para>
/// <code>
/// PS> Measure-LogErrors samples/access.log -Every 10m
/// WindowStart               Errors Warnings  Entries   Rate Path
/// -----------               ------ --------  -------   ---- ----
/// 2025-05-17 09:50:00            0        0        4   0.0% samples/access.log
/// 2025-05-17 10:00:00            0        1       23   0.0% samples/access.log
/// 2025-05-17 10:10:00            0        4       27   0.0% samples/access.log
/// 2025-05-17 10:20:00            7        3       28  25.0% samples/access.log
/// 2025-05-17 10:30:00            0        5       22   0.0% samples/access.log
/// 2025-05-17 10:40:00            0        2       17   0.0% samples/access.log
/// </code>
/// </example>
/// <example>
/// <para>Count the errors in strings</para>
/// <code>
/// PS> 'ERROR disk full', 'INFO parity error corrected', 'backup failed' |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        2        0          3   66.7%
/// </code>
/// </example>
/// <example>
/// <para>Raise an alarm in a script</para>
/// <code>
/// PS> $all = Measure-LogErrors samples/*.log -Total
/// PS> if ($all.ErrorRate -gt 0.05) { "$($all.Errors) errors" }
/// 12 errors
/// </code>
/// </example>
/// <input cref="LogEntry">Entries from <c>Get-LogEntry</c> and <c>Watch-LogFile</c>.</input>
/// <input cref="string">Lines, for example from <c>Get-Content</c>. A string is always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>.</input>
/// <input cref="LogStatusCode">Responses from <c>Get-LogStatusCode</c>.</input>
/// <input cref="LogErrorSummary">Summaries to add up.</input>
/// <input cref="LogErrorGroup">Groups to add up, with <c>-By</c>.</input>
/// <output cref="LogErrorSummary">One summary for each file; with <c>-Total</c> and for pipeline input, one for everything; with
/// <c>-Every</c>, one for each window.</output>
/// <output cref="LogErrorGroup">With <c>-By</c>, one group for each pattern, level, file or status, most frequent first.</output>
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

    /// <summary>Writes one summary for all files, rather than one for each file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>
    /// Groups the errors of all input by message pattern, level, file or HTTP status, most frequent first. Groups are written at the end of
    /// the input: if it comes from a <c>Watch-LogFile</c> that follows, use its <c>-Timeout</c>.
    /// </summary>
    /// <value>none (a summary)</value>
    [Parameter]
    public ErrorGroupKey? By { get; set; }

    /// <summary>
    /// Writes a summary for each window of this length, such as <c>1m</c>, rather than one at the end. Windows are aligned to multiples of
    /// their length since 1970 in UTC.
    /// </summary>
    /// <value>none (one summary at the end)</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <summary>Counts entries of this level and of more severe ones. Other entries are ignored altogether.</summary>
    /// <value>Unknown (all), or with <c>-By</c> Error</value>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>
    /// Counts entries whose text, including continuation lines, matches this regular expression. Matching is case-insensitive.
    /// </summary>
    /// <value>none</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>Specifies how many groups <c>-By</c> writes.</summary>
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
