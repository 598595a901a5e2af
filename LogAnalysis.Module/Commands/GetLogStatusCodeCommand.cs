using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Pipeline;
using LogAnalysis.Querying;

namespace LogAnalysis.Commands;

/// <summary>Gets the HTTP status codes in logs, response by response or as a summary.</summary>
/// <remarks>
/// <para>Status codes are found in access logs of web servers, proxies and load balancers, in request lines of web frameworks, and in JSON.
/// Other three-digit numbers, such as sizes, ports and durations, are never mistaken for a status.</para>
/// <para>Each response has what the log contains about it: method, URL, client, size and duration. With <c>-Summary</c>, you get a count
/// for each status code over all input.</para>
/// </remarks>
/// <example>
/// <para>Count the status codes of a log</para>
/// <para>Without <c>-Code</c>, all status codes are counted.</para>
/// <code>
/// PS> Get-LogStatusCode samples/access.log -Code 2xx, 3xx, 4xx -Summary
/// Code      Count Percent First            Last             Reason
/// ----      ----- ------- -----            ----             ------
///  200         87   76.3% 2025-05-17 09:58 2025-05-17 10:45 OK
///  302          2    1.8% 2025-05-17 10:19 2025-05-17 10:21 Found
///  304         10    8.8% 2025-05-17 10:00 2025-05-17 10:45 Not Modified
///  400          1    0.9% 2025-05-17 10:17 2025-05-17 10:17 Bad Request
///  401          3    2.6% 2025-05-17 10:36 2025-05-17 10:40 Unauthorized
///  404         11    9.6% 2025-05-17 10:08 2025-05-17 10:41 Not Found
/// </code>
/// </example>
/// <example>
/// <para>Find the requests that failed</para>
/// <code>
/// PS> Get-LogStatusCode samples/access.log -Code 500 |
/// >>     Where-Object Url -eq /api/orders
///
/// </code>
/// </example>
/// <example>
/// <para>Count redirects and refused requests</para>
/// <para>You can combine codes, classes and wildcards.</para>
/// <code>
/// PS> Get-LogStatusCode samples/* -Code 401, '30?' -Summary
/// Code      Count Percent First            Last             Reason
/// ----      ----- ------- -----            ----             ------
///  302          2   13.3% 2025-05-17 10:19 2025-05-17 10:21 Found
///  304         10   66.7% 2025-05-17 10:00 2025-05-17 10:45 Not Modified
///  401          3   20.0% 2025-05-17 10:36 2025-05-17 10:40 Unauthorized
/// </code>
/// </example>
/// <example>
/// <para>Find the pages that are missed most</para>
/// <code>
/// PS> Get-LogStatusCode samples/access.log -Code 404 |
/// >>     Group-Object Url -NoElement
/// Count Name
/// ----- ----
///    11 /favicon.ico
/// </code>
/// </example>
/// <input cref="LogEntry">Entries from <c>Get-LogEntry</c> and <c>Watch-LogFile</c>.</input>
/// <input cref="string">Lines, also arrays of them, from <c>Get-Content</c>, <c>Select-String</c>, native commands and their error streams. A string is
/// always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <input cref="PSObject">Any other object with a message, a level or an HTTP status: events of <c>Get-WinEvent</c>, rows of <c>Import-Csv</c>, objects
/// of <c>ConvertFrom-Json</c>, hashtables. Properties have the names that JSON lines have.</input>
/// <input cref="LogStatusCode">Responses to filter, or to count with <c>-Summary</c>.</input>
/// <input cref="LogStatusCodeCount">Counts to add up, with <c>-Summary</c>.</input>
/// <output cref="LogStatusCode">One object for each response, as soon as it is read.</output>
/// <output cref="LogStatusCodeCount">With <c>-Summary</c>, one object for each status code, in ascending order.</output>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsCommon.Get, "LogStatusCode", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogStatusCode), typeof(LogStatusCodeCount))]
public sealed class GetLogStatusCodeCommand : ReadingCommand
{
    private CountingInput? _input;

    /// <summary>
    /// Gets these status codes only: codes (<c>404</c>), classes (<c>5xx</c>) and wildcards (<c>40?</c>, <c>4*</c>). <c>x</c> and <c>?</c>
    /// match any digit. <c>!</c> leaves codes out: <c>4xx, !404</c>; <c>!2xx</c> gets all others.
    /// </summary>
    /// <value>all</value>
    /// <only>Only responses have a status code.</only>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusCodeCompleter))]
    public string[] Code { get; set; } = [];

    /// <summary>Writes a count for each status code over all input, rather than each response.</summary>
    /// <only>The other commands that count always do.</only>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>With <c>-Summary</c>, counts by the values of these fields: a count for each status code and combination that occurs.</summary>
    /// <value>none</value>
    /// <only>See the command for what it groups by.</only>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string[] By { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext();
        StatusCodeFilter filter = StatusCodeFilter.All;
        if (Code.Length > 0 && StatusCodeFilter.TryParse(Code, out filter) is string wrong)
        {
            ThrowTerminatingError(LogErrors.InvalidStatusCode(wrong));
        }

        this.RequireWith(By.Length > 0 && !Summary, nameof(By), nameof(Summary), "Responses that are written one by one are not grouped.");
        _input = new CountingInput(context, CreateWriter(filter, context.Fields));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command._input!.Read(command.InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());

    private IResultWriter CreateWriter(StatusCodeFilter filter, List<FieldCensus> asked)
    {
        if (By.Length == 0)
        {
            return Summary ? new StatusCodeSummaryWriter(this, filter) : new StatusCodeEmitter(this, filter);
        }

        var selection = new FieldSelection([], By);
        asked.Add(selection.Census);
        return new FieldWriter<StatusCodeGrouping>(this, new StatusCodeGrouping(selection, filter), counter => counter.ToCounts().Select(ObjectShape.OfGroup));
    }
}
