using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Reporting;
using LogAnalysis.Text;
using LogAnalysis.Views;

namespace LogAnalysis.Errors;

/// <summary>Creates every error record of the module: id, category, target and message.</summary>
internal static class LogErrors
{
    /// <summary>A file that cannot be read.</summary>
    public static ErrorRecord ForFile(LogFileException failure)
    {
        (string id, ErrorCategory category) = failure.Fault switch
        {
            LogFileErrorKind.NotFound => ("FileNotFound", ErrorCategory.ObjectNotFound),
            LogFileErrorKind.IsDirectory => ("PathIsDirectory", ErrorCategory.InvalidArgument),
            LogFileErrorKind.NotRegular => ("NotRegularFile", ErrorCategory.InvalidArgument),
            LogFileErrorKind.AccessDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
            LogFileErrorKind.Locked => ("FileLocked", ErrorCategory.ResourceBusy),
            LogFileErrorKind.Binary => ("BinaryFile", ErrorCategory.InvalidData),
            LogFileErrorKind.Unsized => ("UnsizedFile", ErrorCategory.LimitsExceeded),
            LogFileErrorKind.Truncated => ("FileTruncated", ErrorCategory.ReadError),
            LogFileErrorKind.TooManyOpenFiles => ("TooManyOpenFiles", ErrorCategory.ResourceUnavailable),
            _ => ("ReadFailed", ErrorCategory.ReadError),
        };
        return Create(_ => failure, id, category, failure.Path, failure.Message);
    }

    /// <summary>A wildcard without matches.</summary>
    public static ErrorRecord NoMatchingFile(string path) => Create(
        message => new ItemNotFoundException(message),
        "NoMatchingFile",
        ErrorCategory.ObjectNotFound,
        path,
        $"No file matches '{path}'.");

    /// <summary>A folder below a wildcard that cannot be read.</summary>
    public static ErrorRecord UnreachableFolder(string path, Exception cause) => Create(
        message => new IOException(message, SafeCause.Of(cause)),
        "FolderUnreachable",
        cause is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        path,
        $"The folder '{path}' cannot be read; matching files in it are skipped. {cause.Message}");

    /// <summary>A path of a provider other than the file system.</summary>
    public static ErrorRecord NotFileSystem(string path, string provider, string advice = "Logs are read from the file system only.") => Create(
        message => new ArgumentException(message),
        "NotFileSystem",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is a path of the provider {provider}. {advice}");

    /// <summary>A path whose drive or provider does not exist.</summary>
    public static ErrorRecord UnusablePath(string path, Exception cause) =>
        Create(message => new ArgumentException(message, SafeCause.Of(cause)), "UnusablePath", ErrorCategory.InvalidArgument, path, $"'{path}' cannot be used as a path: {cause.Message}");

    /// <summary>A pipeline object that holds no log.</summary>
    public static ErrorRecord UnsupportedInput(object input) => Create(
        message => new ArgumentException(message),
        "UnsupportedInput",
        ErrorCategory.InvalidType,
        input,
        $"Cannot read a log from an object of type {input.GetType()}. Pipe log entries, lines of text, or files from Get-ChildItem.");

    /// <summary>A pipeline object that is not a file, where only files are read.</summary>
    public static ErrorRecord NotAFile(object input) => Create(
        message => new ArgumentException(message),
        "NotAFile",
        ErrorCategory.InvalidType,
        input,
        $"An object of type {input.GetType()} is not a file. Use -Path, or pipe files from Get-ChildItem.");

    /// <summary>A value of <c>-Code</c> that matches no status code.</summary>
    public static ErrorRecord InvalidStatusCode(string code) => Create(
        message => new ArgumentException(message),
        "InvalidStatusCode",
        ErrorCategory.InvalidArgument,
        code,
        $"'{code}' is not an HTTP status code. Use a code from 100 to 599 (404), a class (5xx), or a wildcard ('40?').");

    /// <summary>Two parameters that exclude each other.</summary>
    public static ErrorRecord CannotCombine(string parameter, string other, string why) => Create(
        message => new ArgumentException(message),
        "CannotCombineParameters",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} and -{other} cannot be combined. {why}");

    /// <summary>A duration of zero.</summary>
    public static ErrorRecord NotPositive(string parameter) => Create(
        message => new ArgumentException(message),
        "DurationNotPositive",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} must be greater than zero. Use a number with ms, s, m, h or d, such as 5m.");

    /// <summary>A duration that is not a number of whole seconds.</summary>
    public static ErrorRecord NotWholeSeconds(string parameter) => Create(
        message => new ArgumentException(message),
        "DurationNotWholeSeconds",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} must be a number of whole seconds, such as 30s or 5m.");

    /// <summary>A report whose merge state is missing or damaged.</summary>
    public static ErrorRecord UnusableReport(LogReport report, Exception cause) => Create(
        message => new ArgumentException(message, SafeCause.Of(cause)),
        "UnusableReport",
        ErrorCategory.InvalidData,
        report,
        $"The report cannot be used: {cause.Message} Pipe reports from Get-LogReport with all their properties.");

    /// <summary>Aggregated counts that cannot be split by time.</summary>
    public static ErrorRecord CannotSplitByTime(object counts) => Create(
        message => new ArgumentException(message),
        "CannotSplitByTime",
        ErrorCategory.InvalidArgument,
        counts,
        $"A {counts.GetType().Name} is already aggregated and cannot be split by time. Use -Since, -Until and -Every where you read the log.");

    /// <summary>A parameter that requires another.</summary>
    public static ErrorRecord MissingParameter(string parameter, string needed) => Create(
        message => new ArgumentException(message),
        "MissingParameter",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} requires -{needed}.");

    /// <summary>A regular expression that is malformed.</summary>
    public static ErrorRecord InvalidPattern(string pattern, RegexParseException malformed) => Create(
        message => new ArgumentException(message),
        "InvalidPattern",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' is not a regular expression. At position {malformed.Offset}: {malformed.Error}.");

    /// <summary>A regular expression that took too long on one entry.</summary>
    public static ErrorRecord PatternTimeout(object entry, string? path, long? lineNumber, RegexMatchTimeoutException tooLong) => Create(
        message => new TimeoutException(message, tooLong),
        "PatternTimeout",
        ErrorCategory.OperationTimeout,
        entry,
        $"'{tooLong.Pattern}' took longer than {tooLong.MatchTimeout.TotalSeconds} s on line {lineNumber} of '{path}', which was skipped. A pattern without backreferences and lookarounds runs in linear time.");

    /// <summary>An unknown format name.</summary>
    public static ErrorRecord UnknownFormat(string name) => Create(
        message => new ItemNotFoundException(message),
        "UnknownFormat",
        ErrorCategory.ObjectNotFound,
        name,
        $"There is no log format named '{name}'. Get-LogFormat lists the formats.");

    /// <summary>A registered format whose pattern timed out too often.</summary>
    public static ErrorRecord FormatGivenUp(LogFormat format) => Create(
        message => new TimeoutException(message),
        "FormatTimeout",
        ErrorCategory.OperationTimeout,
        format.Name,
        $"The pattern of the registered format '{format.Name}' took longer than 0.1 s on ten lines and was disabled. A pattern without backreferences and lookarounds runs in linear time; register it again with -Force.");

    /// <summary>An invalid format name.</summary>
    public static ErrorRecord InvalidFormatName(string name) => Create(
        message => new ArgumentException(message),
        "InvalidFormatName",
        ErrorCategory.InvalidArgument,
        name,
        $"'{name}' is not a valid name for a log format. Use letters, digits, dashes and underscores.");

    /// <summary>A format name that is taken.</summary>
    public static ErrorRecord FormatExists(string name, bool isBuiltIn) => Create(
        message => new ArgumentException(message),
        "FormatExists",
        ErrorCategory.ResourceExists,
        name,
        isBuiltIn
            ? $"'{name}' is a built-in log format and cannot be replaced. Choose another name; registered formats take precedence over built-in ones."
            : $"A log format named '{name}' is already registered. Use -Force to replace it.");

    /// <summary>A format pattern without a known group name.</summary>
    public static ErrorRecord NoNamedGroup(string pattern, IEnumerable<string> names) => Create(
        message => new ArgumentException(message),
        "NoNamedGroup",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' has no named group that is known. Use at least one, as in '(?<level>[A-Z]+)': {string.Join(", ", names)}.");

    /// <summary>A checkpoint that cannot be used.</summary>
    public static ErrorRecord ForCheckpoint(CheckpointException failure)
    {
        bool inUse = failure.Fault == CheckpointErrorKind.InUse;
        return Create(
            _ => failure,
            inUse ? "CheckpointInUse" : "CheckpointUnusable",
            inUse ? ErrorCategory.ResourceBusy : ErrorCategory.WriteError,
            failure.Path,
            failure.Message);
    }

    /// <summary>An invalid checkpoint file.</summary>
    public static ErrorRecord CheckpointCorrupt(string path, string reason, string aside) => Create(
        message => new InvalidDataException(message),
        "CheckpointCorrupt",
        ErrorCategory.InvalidData,
        path,
        $"'{path}' is not a valid checkpoint and was renamed to '{aside}'. Watching starts over. {reason}");

    /// <summary>A report that cannot be written.</summary>
    public static ErrorRecord ForReportFile(ReportFileException failure)
    {
        (string id, ErrorCategory category) = failure.Fault switch
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

    /// <summary>An output path that is a wildcard.</summary>
    public static ErrorRecord NotOneFile(string path, int count) => Create(
        message => new ArgumentException(message),
        "NotOneFile",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is a wildcard that matches {count} files; the output must be one file. If the name contains brackets, use -LiteralPath.");

    /// <summary>File names and what the user typed can hold control characters, which must not reach a terminal.</summary>
    private static ErrorRecord Create(Func<string, Exception> exception, string id, ErrorCategory category, object target, string message)
    {
        string safe = ConsoleText.Escape(message)!;
        object shown = target is string text ? ConsoleText.Escape(text)! : target;
        var error = new ErrorRecord(exception(safe), id, category, shown)
        {
            ErrorDetails = new ErrorDetails(safe) { RecommendedAction = KnownErrors.ActionFor(id) },
        };
        error.CategoryInfo.TargetName = ConsoleText.Escape(target.ToString());
        return error;
    }
}
