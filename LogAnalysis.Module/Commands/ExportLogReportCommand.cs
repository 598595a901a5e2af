using System.Management.Automation;
using System.Text;
using LogAnalysis.Errors;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;
using LogAnalysis.Reporting;
using LogAnalysis.Views;

namespace LogAnalysis.Commands;

/// <summary>Writes a report to an HTML page, or to a JSON, CSV or Markdown file, or as text.</summary>
/// <remarks>
/// <para>The extension of the file determines the format, unless you use <c>-As</c>. An HTML page is self-contained and has no scripts.
/// JSON has a documented schema and can be merged again. CSV has a table for each section. Markdown suits tickets and pull requests. Log
/// content is escaped in all of them: it is never markup, a formula or a control sequence. <c>Export-Csv</c> does not escape: open only files of this
/// command in a spreadsheet.</para>
/// <para>With <c>-Path -</c>, you get the text itself, for the clipboard or a mail.</para>
/// <para>The file is replaced atomically: if writing fails, an existing file is unchanged.</para>
/// </remarks>
/// <example>
/// <para>Write a report to an HTML page</para>
/// <para><c>-PassThru</c> writes the file to the pipeline. Without it, there is no output.</para>
/// <code>
/// PS> Get-LogReport samples/*.log |
/// >>     Export-LogReport Temp:/report.html -Force -PassThru |
/// >>     ForEach-Object Name
/// report.html
/// </code>
/// </example>
/// <example>
/// <para>Write a report in Markdown for a ticket</para>
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
/// <para>Get a report as text</para>
/// <para>Pipe it to <c>Set-Clipboard</c>, or send it.</para>
/// <code>
/// PS> $text = Get-LogReport samples/app.log | Export-LogReport -Path -
/// PS> $text.Split("`n")[0]
/// # Log report
/// </code>
/// </example>
/// <example>
/// <para>Keep the reports of two days, and merge them later</para>
/// <para>JSON contains everything that merging needs.</para>
/// <code>
/// PS> Get-LogReport samples/app.log | Export-LogReport Temp:/1.json -Force
/// PS> Get-LogReport samples/access.log | Export-LogReport Temp:/2.json -Force
/// PS> Get-Content Temp:/1.json, Temp:/2.json -Raw | ConvertFrom-Json |
/// >>     Get-LogReport | Format-List Entries, Errors
/// Entries : 181
/// Errors  : 12
/// </code>
/// </example>
/// <input cref="LogReport">A report from <c>Get-LogReport</c>, also a deserialized one from a job, a file or another machine.</input>
/// <output cref="FileInfo">The file, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <output cref="string">The text, if you use <c>-Path -</c>.</output>
/// <seealso cref="GetLogReportCommand"/>
/// <seealso href="docs/report-files.md">What is in the files</seealso>
/// <seealso href="docs/report-json.md">The JSON, field by field</seealso>
[Cmdlet(VerbsData.Export, "LogReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ExportLogReportCommand : LogCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>What stands for the pipeline in place of a file.</summary>
    private const string Pipeline = "-";

    private string _file = string.Empty;
    private ReportFormat _format;
    private LogReport? _report;

    /// <summary>Specifies the file to write. Its folder must exist. A wildcard must match exactly one file. <c>-</c> returns the text instead of writing a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Specifies the file to write. The value is used exactly as it is typed; no characters are wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>
    /// Specifies the report, also a deserialized one from a job, a file or another machine. A file holds one report; use
    /// <c>Get-LogReport</c> to merge several.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Specifies the format of the file.</summary>
    /// <value>determined by the extension: <c>.html</c>, <c>.htm</c>, <c>.json</c>, <c>.csv</c>, <c>.md</c>, <c>.markdown</c>; <c>Markdown</c> without a file</value>
    [Parameter]
    public ReportFormat? As { get; set; }

    /// <summary>Overwrites an existing file, even if it is read-only. Its permissions are kept if it is yours.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file as an object. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool IsText => ParameterSetName == PathSet && Path == Pipeline;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (IsText)
        {
            _file = Path;
            _format = As ?? ReportFormat.Markdown;
            return;
        }

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
        if (InputObject is null || new ReportInput(this).Read(InputObject) is not LogReport report)
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
        if (_report is not null && IsText)
        {
            // Without the mark that files for spreadsheets begin with.
            WriteObject(Encoding.UTF8.GetString(Render(_report).ToArray()).TrimStart('\uFEFF'));
            return;
        }

        if (_report is null || !ShouldProcess(ConsoleText.Escape(_file), $"Export the report as {_format}"))
        {
            return;
        }

        try
        {
            ReportFile.Write(_file, Force, Render(_report).WriteTo);
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
    private MemoryStream Render(LogReport report)
    {
        var content = new MemoryStream();
        ReportWriter.Write(report, _format, content);
        StopToken.ThrowIfCancellationRequested();
        return content;
    }
}
