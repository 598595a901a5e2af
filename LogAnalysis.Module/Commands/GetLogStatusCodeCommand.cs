using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Extracts HTTP status codes from logs, response by response or summed up.</summary>
/// <remarks>
/// <para>Any log that tells of responses will do: access logs of web servers, proxies and load balancers, request lines of web frameworks, JSON
/// with a status. A number of three digits that is not a status, such as a size, a port or a duration, is never taken for one.</para>
/// <para>Each response comes with what the log says of it: method, URL, client, size, duration. With <c>-Summary</c> it writes how often each status
/// occurs, over all input.</para>
/// </remarks>
/// <example>
/// <para>Which statuses are there, and how often?</para>
/// <para>Without <c>-Code</c>, all.</para>
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
/// <para>Which requests failed?</para>
/// <code>
/// PS> Get-LogStatusCode samples/access.log -Code 5xx |
/// >>     Where-Object Url -like /api/orders/*
/// Time                Code Method       Bytes Client          Url
/// ----                ---- ------       ----- ------          ---
/// 2025-05-17 10:22:59  503 GET          41380 192.0.2.31      /api/orders/1841
/// 2025-05-17 10:24:49  500 GET          22639 192.0.2.14      /api/orders/1841
/// </code>
/// </example>
/// <example>
/// <para>How often was somebody sent away?</para>
/// <para>Codes, classes and wildcards can be mixed.</para>
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
/// <para>Which pages are missed most?</para>
/// <code lang="pwsh">
/// PS> Get-LogStatusCode samples/access.log -Code 404 |
/// >>     Group-Object Url -NoElement
/// Count Name
/// ----- ----
///    11 /favicon.ico
/// </code>
/// </example>
/// <input cref="LogEntry">Entries, as <c>Get-LogEntry</c> and <c>Watch-LogFile</c> write them.</input>
/// <input cref="string">Lines, as <c>Get-Content</c> writes them. A line is never taken for a path.</input>
/// <input cref="FileInfo">Files, as <c>Get-ChildItem</c> writes them.</input>
/// <input cref="LogStatusCode">Responses, which are filtered, or counted with <c>-Summary</c>.</input>
/// <input cref="LogStatusCodeCount">Counts, which are added up with <c>-Summary</c>.</input>
/// <output cref="LogStatusCode">One for each response, as soon as it is read.</output>
/// <output cref="LogStatusCodeCount">With <c>-Summary</c>: one for each status, by its number.</output>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsCommon.Get, "LogStatusCode", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogStatusCode), typeof(LogStatusCodeCount))]
public sealed class GetLogStatusCodeCommand : ReadingCommand
{
    private CountingInput? _input;

    /// <summary>
    /// The statuses that are wanted: codes (<c>404</c>), classes (<c>5xx</c>), and wildcards (<c>40?</c>, <c>4*</c>), where <c>x</c> and <c>?</c> stand for any digit.
    /// </summary>
    /// <value>all</value>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusCodeCompleter))]
    public string[] Code { get; set; } = [];

    /// <summary>Writes how often each status occurs, over all input, rather than each response.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext();
        StatusCodeFilter filter = StatusCodeFilter.All;
        if (Code.Length > 0 && StatusCodeFilter.TryParse(Code, out filter) is string wrong)
        {
            ThrowTerminatingError(LogErrors.InvalidStatusCode(wrong));
        }

        _input = new CountingInput(context, Summary ? new StatusCodeSummaryWriter(this, filter) : new StatusCodeEmitter(this, filter));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command._input!.Read(command.InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());
}
