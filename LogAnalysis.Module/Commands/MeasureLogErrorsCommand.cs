using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Pipeline;
using LogAnalysis.Querying;

namespace LogAnalysis.Commands;

/// <summary>Counts the errors in logs.</summary>
/// <remarks>
/// <para>An error is an entry of level Error or Critical, or in an access log a response with a status of 500 or above. Entries are
/// counted, not lines: a stack trace of forty lines is one error. The level in the line decides. Keywords such as <c>failed</c> decide only
/// for lines that have neither a level nor a status, and <c>finished with 0 errors</c> is not an error.</para>
/// <para>With <c>-Path</c> you get a summary for each file, or with <c>-Total</c> one for all files. For pipeline input you get one summary
/// at the end. If the input comes from a <c>Watch-LogFile</c> that follows, you get running totals instead: a new summary whenever the
/// number of errors changes; with <c>-Live</c> behind anything else, too.</para>
/// <para>With <c>-By</c> or <c>-Top</c>, errors are grouped. With <c>-Every</c>, you get a summary, or groups, for each window of log time that
/// contains entries, as soon as the log has come to a later one. While input is followed, a window is written, too, when the clock has passed it,
/// and windows without entries are not left out.</para>
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
/// <para>Messages that differ only in their values have the same pattern, in which <c>&lt;num&gt;</c> and the like stand for the values. Requests are known by method, path and status, entries with stack traces by their exceptions.</para>
/// <code>
/// PS> Measure-LogErrors samples/access.log -By Pattern -Top 3
///    Count Percent Level    Last             Name
///    ----- ------- -----    ----             ----
///        3   42.9% Error    2025-05-17 10:26 POST /api/orders 503
///        2   28.6% Error    2025-05-17 10:26 GET /api/orders 500
///        1   14.3% Error    2025-05-17 10:24 GET /api/orders/&lt;*> 500
/// </code>
/// </example>
/// <example>
/// <para>Group errors by exception</para>
/// <para>A group is the type of the innermost cause, and the first frame of its stack trace that is your own code.</para>
/// <code>
/// PS> (Measure-LogErrors samples/app.log -By Exception).Name
/// java.io.IOException at com.example.shop.Payments.charge
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
/// <input cref="string">Lines, also arrays of them, from <c>Get-Content</c>, <c>Select-String</c>, native commands and their error streams. A string is
/// always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <input cref="PSObject">Any other object with a message, a level or an HTTP status: events of <c>Get-WinEvent</c>, rows of <c>Import-Csv</c>, objects
/// of <c>ConvertFrom-Json</c>, hashtables. Properties have the names that JSON lines have.</input>
/// <input cref="LogStatusCode">Responses from <c>Get-LogStatusCode</c>.</input>
/// <input cref="LogErrorSummary">Summaries to add up.</input>
/// <input cref="LogErrorGroup">Groups to add up, with <c>-By</c>.</input>
/// <output cref="LogErrorSummary">One summary for each file; with <c>-Total</c> and for pipeline input, one for everything; with
/// <c>-Every</c>, one for each window.</output>
/// <output cref="LogErrorGroup">With <c>-By</c> or <c>-Top</c>, one group for each pattern, exception, level, file or status, most
/// frequent first.</output>
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
    /// <only>Only summaries of errors are written file by file.</only>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>
    /// Groups the errors of all input by <c>Pattern</c> of the message, <c>Exception</c>, <c>Level</c>, <c>Path</c>, <c>StatusCode</c>, or any field, most
    /// frequent first. With several, there is a group for each combination that occurs. Errors without an exception, or without a status, are in no
    /// group; those without a field are in a group of their own, <c>(none)</c>. With <c>-MinimumLevel</c> or <c>-Level</c>, entries of those levels are grouped rather
    /// than errors. Groups are written at the end of the input, or with <c>-Every</c> at the end of each window.
    /// </summary>
    /// <value>none (a summary), or with <c>-Top</c> Pattern</value>
    /// <only>A report groups by all of this anyway; entries and responses are not grouped.</only>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupingCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>
    /// Writes a summary for each window of this length, such as <c>1m</c>, rather than one at the end. Windows are aligned to multiples of
    /// their length since 1970 in UTC.
    /// </summary>
    /// <value>none (one summary at the end)</value>
    /// <only>Entries and responses have their own times; counts have windows.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <summary>
    /// Writes running totals as input comes, once a second at most, wherever it comes from: <c>kubectl logs -f web | Measure-LogErrors -Live</c>.
    /// Behind a <c>Watch-LogFile</c> that follows, totals are written without it whenever the number of errors changes. With <c>-Every</c>,
    /// windows without entries are written, too.
    /// </summary>
    /// <only>Entries and responses are written as they come anyway, and a report is of what has ended.</only>
    [Parameter(ParameterSetName = InputSet)]
    public SwitchParameter Live { get; set; }

    /// <summary>
    /// Writes only the most frequent groups, this number of them, or with <c>-Every</c> of each window. Without <c>-By</c>, errors are grouped by
    /// pattern.
    /// </summary>
    /// <value>all</value>
    /// <only>Lists of what is most frequent can be long; entries and responses are written one by one.</only>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext();
        string[] by = By.Length == 0 && Top is not null ? [nameof(ErrorGroupKey.Pattern)] : By;
        this.RefuseBoth(by.Length > 0 && Total, By.Length == 0 ? nameof(Top) : nameof(By), nameof(Total), "Groups are over all files anyway.");
        this.RefuseBoth(by.Length > 0 && Live && Every is null, By.Length == 0 ? nameof(Top) : nameof(By), nameof(Live), "Groups have no running totals. With -Every, they are written for each window.");
        this.RequirePositive(Every, nameof(Every));
        _isByFile = context.Files.AreNamed && !Total && by.Length == 0;
        _input = new CountingInput(context, CreateWriter(by.Length == 0 ? null : CreateGroups(by, context.Fields)));
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
        else if (Every is not null)
        {
            _input!.CountEachFile(() => CreateWriter(groups: null));
        }
        else
        {
            _input!.CountEachFile(() => new ErrorCounter(), counter => WriteObject(counter.ToSummary()));
        }
    }

    private IResultWriter CreateWriter(IGroupCounter? groups)
    {
        int top = Top ?? int.MaxValue;
        return (groups, Every) switch
        {
            (null, null) => new SummaryWriter(this, Live),
            (null, TimeSpan length) => CreateWindows(length, () => new ErrorCounter(), (window, counter) => [counter.ToSummary(window)]),
            (IGroupCounter counter, null) => new GroupWriter(this, counter, top),
            (IGroupCounter counter, TimeSpan length) => CreateWindows(length, () => (IGroupCounter)counter.Fork(), (window, counted) => counted.ToGroups(window).Take(top)),
        };
    }

    private IGroupCounter CreateGroups(string[] by, List<FieldCensus> asked)
    {
        LogLevel minimum = AskedLevel ?? LogLevel.Error;
        ErrorGroupKey?[] keys = [.. by.Select(name => Enum.TryParse(name, ignoreCase: true, out ErrorGroupKey key) ? key : (ErrorGroupKey?)null)];
        if (keys is [ErrorGroupKey only])
        {
            return new ErrorGrouping(only, minimum, Masks);
        }

        ErrorGroupKey[] within = [.. keys.OfType<ErrorGroupKey>().Where(key => key is ErrorGroupKey.Pattern or ErrorGroupKey.Exception).Distinct()];
        this.RefuseBoth(within.Length > 1, "By Pattern", "By Exception", "Group by one of them.");
        var selection = new FieldSelection([], by.Where((_, index) => keys[index] is not (ErrorGroupKey.Pattern or ErrorGroupKey.Exception)));
        selection.Census.Keywords = Enum.GetNames<ErrorGroupKey>();
        asked.Add(selection.Census);
        return new FieldGrouping(selection, within.Length == 0 ? null : within[0], minimum, Masks);
    }

    private WindowWriter<TCounter> CreateWindows<TCounter>(TimeSpan length, Func<TCounter> create, Func<TimeWindow, TCounter, IEnumerable<object>> describe)
        where TCounter : class, ILogCounter => new(this, length, create, describe, Live)
        {
            CountedTypes = [typeof(LogErrorSummary), typeof(LogErrorGroup), typeof(LogStatusCode)],
        };
}
