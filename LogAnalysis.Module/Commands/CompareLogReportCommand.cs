using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Pipeline;
using LogAnalysis.Reporting.Comparing;

namespace LogAnalysis.Commands;

/// <summary>Compares two reports: what is new, gone, more frequent or less frequent.</summary>
/// <remarks>
/// <para>Error patterns, exceptions, HTTP statuses, URLs and levels are compared, each per hour of log time, so that the reports may be of a
/// day and of an hour. Where a report has no times, both are taken to be equally long.</para>
/// <para>What occurs in one of the reports only is New or Gone. What occurs in both is Risen or Fallen where the rate differs by a fifth at
/// least and the difference is significant, and otherwise Equal. Significance is how certain it is that the rate has changed: three errors
/// instead of one say little, thirty instead of ten a lot. It takes into account how many things were compared.</para>
/// <para>Reports can be objects, also deserialized ones from jobs and other machines, or files that <c>Export-LogReport</c> has written as
/// JSON, or <c>Export-Clixml</c>.</para>
/// </remarks>
/// <example>
/// <para>Compare two halves of a log</para>
/// <code>
/// PS> $before = Get-LogReport samples/access.log -Until 2025-05-17T10:20Z
/// PS> $after = Get-LogReport samples/access.log -Since 2025-05-17T10:20Z
/// PS> Compare-LogReport $before $after | Where-Object Kind -eq StatusCode
///    Change: New
///
/// Kind          Before     After   Ratio Certain Name
/// ----          ------     -----   ----- ------- ----
/// StatusCode         0         4           14.0% 503 Service Unavailable
/// StatusCode         0         3           14.0% 401 Unauthorized
/// StatusCode         0         3           14.0% 500 Internal Server Error
///
///    Change: Gone
///
/// Kind          Before     After   Ratio Certain Name
/// ----          ------     -----   ----- ------- ----
/// StatusCode         1         0            0.0% 400 Bad Request
/// </code>
/// </example>
/// <example>
/// <para>Compare with the report of yesterday, which is in a file</para>
/// <code>
/// PS> Get-LogReport samples/app.log -Until 2025-05-17T10:10Z |
/// >>     Export-LogReport Temp:/yesterday.json -Force
/// PS> Get-LogReport samples/app.log |
/// >>     Compare-LogReport Temp:/yesterday.json | Where-Object Kind -eq Level
///    Change: New
///
/// Kind          Before     After   Ratio Certain Name
/// ----          ------     -----   ----- ------- ----
/// Level              0         1            0.0% Critical
/// </code>
/// </example>
/// <example>
/// <para>Find errors that did not occur before</para>
/// <code>
/// PS> $before = Get-LogReport samples/app.log -Until 2025-05-17T10:10Z
/// PS> $after = Get-LogReport samples/app.log -Since 2025-05-17T10:10Z
/// PS> Compare-LogReport $before $after |
/// >>     Where-Object { $_.Kind -eq 'Pattern' -and $_.Change -eq 'New' } |
/// >>     ForEach-Object Name
/// Database connection lost, shutting down
/// </code>
/// </example>
/// <input cref="LogReport">The second report, from <c>Get-LogReport</c>, also a deserialized one.</input>
/// <input cref="FileInfo">A file with a report, from <c>Get-ChildItem</c>.</input>
/// <output cref="LogReportChange">One object for each change: what is new first, then what has risen, fallen and gone.</output>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso cref="ExportLogReportCommand"/>
/// <seealso href="docs/scheduled-scripts.md">Scripts that run every five minutes or every night</seealso>
[Cmdlet(VerbsData.Compare, "LogReport")]
[OutputType(typeof(LogReportChange))]
public sealed class CompareLogReportCommand : LogCommand
{
    private LogReport? _reference;

    /// <summary>Specifies the first report, such as the one of yesterday: an object, or the path of a file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public PSObject ReferenceReport { get; set; } = new();

    /// <summary>Specifies the second report, such as the one of today: an object, or the path of a file.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? DifferenceReport { get; set; }

    /// <summary>
    /// Specifies how many changes of each kind are written, such as ten new patterns and ten new URLs; the most significant ones.
    /// </summary>
    /// <value>10</value>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = 10;

    /// <summary>Writes also what has not changed.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Without it there is nothing to compare with.
        _reference = new ReportInput(this).ReadObjectOrFile(ReferenceReport);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command.Compare());

    private void Compare()
    {
        if (_reference is null || DifferenceReport is null || new ReportInput(this).ReadObjectOrFile(DifferenceReport) is not LogReport report)
        {
            return;
        }

        var written = new Dictionary<(LogChangeKind, LogChangeType), int>();
        foreach (LogReportChange change in ReportComparison.Compare(_reference, report).Where(change => IncludeEqual || change.Change != LogChangeType.Equal))
        {
            StopToken.ThrowIfCancellationRequested();
            int count = written[(change.Kind, change.Change)] = written.GetValueOrDefault((change.Kind, change.Change)) + 1;
            if (count <= Top)
            {
                WriteObject(change);
            }
        }

        foreach (((LogChangeKind kind, LogChangeType type), int count) in written.Where(pair => pair.Value > Top))
        {
            this.WriteDetail($"{count - Top} more of kind {kind} are {type}. Use -Top to get them.");
        }
    }
}
