using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Objects;
using LogAnalysis.Paths;
using LogAnalysis.Reporting;
using LogAnalysis.Views;

namespace LogAnalysis.Commands;

/// <summary>Writes a report to a file, where people or programs look at it: as a page, as JSON, as CSV, or as Markdown.</summary>
/// <remarks>
/// <para>The name of the file says what is written, unless <c>-As</c> does. A page holds all it needs and no script; JSON has a documented schema and
/// can be merged again; CSV has a table a section; Markdown is for a ticket or a pull request. Whatever a log says is inert in each: no markup,
/// no formula, no control sequence.</para>
/// <para>The file is replaced as a whole or not at all: a failure leaves the old one as it was.</para>
/// </remarks>
/// <example>
/// <para>How does a report become a page?</para>
/// <para>Without <c>-PassThru</c> nothing is written to the pipeline.</para>
/// <code>
/// PS> Get-LogReport samples/*.log |
/// >>     Export-LogReport Temp:/report.html -Force -PassThru |
/// >>     ForEach-Object Name
/// report.html
/// </code>
/// </example>
/// <example>
/// <para>How does it go into a ticket?</para>
/// <code>
/// PS> Get-LogReport samples/app.log | Export-LogReport Temp:/report.md -Force
/// PS> Get-Content Temp:/report.md -TotalCount 7
/// # Log report
///
/// - **Time:** 2025-05-17 10:00:07 to 2025-05-17 10:15:02, UTC+00:00
/// - **Entries:** 60 in 80 lines, 6.29 kB
/// - **Errors:** 5 (8.3% of entries)
/// - **Warnings:** 4
/// - **Formats:** `application`
/// </code>
/// </example>
/// <example>
/// <para>How are reports of two days kept, and merged later?</para>
/// <para>By JSON, which holds all that merging needs.</para>
/// <code lang="pwsh">
/// PS> Get-LogReport samples/app.log | Export-LogReport Temp:/1.json -Force
/// PS> Get-LogReport samples/access.log | Export-LogReport Temp:/2.json -Force
/// PS> Get-Content Temp:/1.json, Temp:/2.json -Raw | ConvertFrom-Json |
/// >>     Get-LogReport | Format-List Entries, Errors
/// Entries : 181
/// Errors  : 12
/// </code>
/// </example>
/// <input cref="LogReport">One report, as <c>Get-LogReport</c> writes it; also one that comes back from a job, a file or another machine.</input>
/// <output cref="FileInfo">With <c>-PassThru</c>: the file that was written. Otherwise nothing.</output>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso href="docs/report-files.md">What is in the files</seealso>
/// <seealso href="docs/report-json.md">The JSON, field by field</seealso>
[Cmdlet(VerbsData.Export, "LogReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLogReportCommand : LogCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private string _file = string.Empty;
    private ReportFormat _format;
    private LogReport? _report;

    /// <summary>The file to write. Wildcards are expanded, and must name one file. Its folder must be there.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The file to write, its name taken as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>
    /// The report, also one that comes back from a job, a file or another machine. One file holds one report: <c>Get-LogReport</c> merges
    /// several.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>What to write.</summary>
    /// <value>what the file's extension says: <c>.html</c>, <c>.htm</c>, <c>.json</c>, <c>.csv</c>, <c>.md</c>, <c>.markdown</c></value>
    [Parameter]
    public ReportFormat? As { get; set; }

    /// <summary>Replaces a file that is there, also a read-only one. Its permissions are kept.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file as an object. Without it, nothing is written to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Before the logs are read, which may take long.
        try
        {
            bool isLiteral = ParameterSetName == LiteralPathSet;
            _file = new OutputPath(this).Resolve(isLiteral ? LiteralPath : Path, isLiteral);
            ReportFile.Check(_file, Force);
        }
        catch (ReportFileException failure)
        {
            ThrowTerminatingError(LogErrors.ForReportFile(failure));
        }

        if ((As ?? ReportWriter.FormatOf(_file)) is ReportFormat format)
        {
            _format = format;
        }
        else
        {
            ThrowTerminatingError(LogErrors.UnknownReportFormat(_file, ReportWriter.Extensions));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || ReadReport(InputObject) is not LogReport report)
        {
            return;
        }

        if (_report is not null)
        {
            ThrowTerminatingError(LogErrors.SecondReport(_file, report));
        }

        _report = report;
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command.Export());

    private void Export()
    {
        if (_report is null || !ShouldProcess(ConsoleText.Escape(_file), $"Export the report as {_format}"))
        {
            return;
        }

        try
        {
            ReportFile.Write(_file, Force, Render(_report));
        }
        catch (ReportFileException failure)
        {
            ThrowTerminatingError(LogErrors.ForReportFile(failure));
        }

        if (PassThru)
        {
            // As Get-Item gives it: it shows like other files, and has a PSPath.
            WriteObject(SessionState.InvokeProvider.Item.Get([_file], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    /// <summary>Renders the report before anything on the disk is touched.</summary>
    private Action<Stream> Render(LogReport report)
    {
        var content = new MemoryStream();
        ReportWriter.Write(report, _format, content);
        StopToken.ThrowIfCancellationRequested();
        return content.WriteTo;
    }

    private LogReport? ReadReport(PSObject input)
    {
        if (input.BaseObject is LogReport live)
        {
            return live;
        }

        if (Deserialized.Restore(input) is not LogReport back)
        {
            WriteError(LogErrors.NotAReport(input.BaseObject));
            return null;
        }

        try
        {
            return ReportState.Of(back).ToReport(Deserialized.TopOf(input));
        }
        catch (InvalidDataException unusable)
        {
            WriteError(LogErrors.UnusableReport(back, unusable));
            return null;
        }
    }
}
