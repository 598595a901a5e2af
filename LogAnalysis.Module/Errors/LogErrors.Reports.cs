using System.Management.Automation;
using LogAnalysis.Reporting;
using LogAnalysis.Text;

namespace LogAnalysis.Errors;

/// <content>Reports and the files that they are written to.</content>
internal static partial class LogErrors
{
    /// <summary>A report whose merge state is missing or damaged.</summary>
    public static ErrorRecord UnusableReport(LogReport report, Exception cause) => Create(
        message => new ArgumentException(message, SafeCause.Of(cause)),
        "UnusableReport",
        ErrorCategory.InvalidData,
        report,
        $"The report cannot be used: {cause.Message} Pipe reports from Get-LogReport with all their properties.");

    /// <summary>A report that cannot be written.</summary>
    public static ErrorRecord ForReportFile(ReportFileException failure)
    {
        (string id, ErrorCategory category) = failure.Kind switch
        {
            ReportFileErrorKind.Exists => ("ReportExists", ErrorCategory.ResourceExists),
            ReportFileErrorKind.NoFolder => ("FolderNotFound", ErrorCategory.ObjectNotFound),
            ReportFileErrorKind.IsDirectory => ("PathIsDirectory", ErrorCategory.InvalidArgument),
            ReportFileErrorKind.IsLink => ("PathIsLink", ErrorCategory.InvalidArgument),
            ReportFileErrorKind.NotRegular => ("NotRegularFile", ErrorCategory.InvalidArgument),
            ReportFileErrorKind.AccessDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
            _ => ("WriteFailed", ErrorCategory.WriteError),
        };
        return Create(_ => failure, id, category, failure.Path, failure.Message);
    }

    /// <summary>An output file whose extension determines no report format.</summary>
    public static ErrorRecord UnknownReportFormat(string path, IEnumerable<string> extensions) => Create(
        message => new ArgumentException(message),
        "UnknownReportFormat",
        ErrorCategory.InvalidArgument,
        path,
        $"The extension of '{path}' does not determine a report format. Use one of {string.Join(", ", extensions)}, or -As Html, Json, Csv or Markdown.");

    /// <summary>A second report for one output file.</summary>
    public static ErrorRecord SecondReport(string path, LogReport report) => Create(
        message => new InvalidOperationException(message),
        "SecondReport",
        ErrorCategory.InvalidOperation,
        report,
        $"'{path}' can hold only one report, and more than one was piped; nothing was written. Pipe the reports through Get-LogReport to merge them, or export each to its own file with ForEach-Object.");

    /// <summary>An object in the pipeline that is not a report.</summary>
    public static ErrorRecord NotAReport(object input) => Create(
        message => new ArgumentException(message),
        "NotAReport",
        ErrorCategory.InvalidType,
        input,
        $"An object of type {input.GetType()} is not a report. Pipe the output of Get-LogReport; for a report in JSON, use ConvertFrom-Json first.");

    /// <summary>A file that holds no report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">Why it cannot be read as one; null where it is something else.</param>
    public static ErrorRecord NotAReportFile(string path, Exception? cause) => Create(
        message => new ArgumentException(message, SafeCause.Of(cause)),
        "NotAReport",
        ErrorCategory.InvalidData,
        path,
        $"'{path}' holds no report. Use a file that Export-LogReport has written as JSON, or Export-Clixml.");

    /// <summary>An output path that is a wildcard.</summary>
    public static ErrorRecord NotOneFile(string path, int count) => Create(
        message => new ArgumentException(message),
        "NotOneFile",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is a wildcard that matches {count} files; the output must be one file. If the name contains brackets, use -LiteralPath.");
}
