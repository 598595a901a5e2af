using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Reporting;
using LogAnalysis.Views;

namespace LogAnalysis.Errors;

/// <summary>Every error of the module: its id, its category, its target, and what it tells the user.</summary>
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

    /// <summary>A wildcard that matches nothing.</summary>
    public static ErrorRecord NoMatchingFile(string path) => Create(
        message => new ItemNotFoundException(message),
        "NoMatchingFile",
        ErrorCategory.ObjectNotFound,
        path,
        $"No file matches '{path}'.");

    /// <summary>A folder that a wildcard cannot look into.</summary>
    public static ErrorRecord UnreachableFolder(string path, Exception cause) => Create(
        message => new IOException(message, cause),
        "FolderUnreachable",
        cause is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        path,
        $"The folder '{path}' cannot be looked into, and what matches in it is left out. {cause.Message}");

    /// <summary>A path of the registry, of variables, of anything that has no files.</summary>
    public static ErrorRecord NotFileSystem(string path, string provider, string advice = "Logs are read from the file system.") => Create(
        message => new ArgumentException(message),
        "NotFileSystem",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is a path of the provider {provider}. {advice}");

    /// <summary>A path whose drive or provider does not exist.</summary>
    public static ErrorRecord UnusablePath(string path, Exception cause) =>
        Create(message => new ArgumentException(message, cause), "UnusablePath", ErrorCategory.InvalidArgument, path, $"'{path}' cannot be used as a path: {cause.Message}");

    /// <summary>An object in the pipeline that is nothing to read.</summary>
    public static ErrorRecord UnsupportedInput(object input) => Create(
        message => new ArgumentException(message),
        "UnsupportedInput",
        ErrorCategory.InvalidType,
        input,
        $"An object of type {input.GetType()} holds no log. Pipe log entries, lines of text, or files as Get-ChildItem writes them.");

    /// <summary>An object in the pipeline that is not a file, where only files are taken.</summary>
    public static ErrorRecord NotAFile(object input) => Create(
        message => new ArgumentException(message),
        "NotAFile",
        ErrorCategory.InvalidType,
        input,
        $"An object of type {input.GetType()} is not a file. Pass paths with -Path, or pipe files as Get-ChildItem writes them.");

    /// <summary>A pattern of <c>-Code</c> that stands for no status.</summary>
    public static ErrorRecord InvalidStatusCode(string code) => Create(
        message => new ArgumentException(message),
        "InvalidStatusCode",
        ErrorCategory.InvalidArgument,
        code,
        $"'{code}' is not an HTTP status. Write a code from 100 to 599, such as 404, a class, such as 5xx, or a wildcard, such as '40?'.");

    /// <summary>Two parameters that exclude each other.</summary>
    public static ErrorRecord CannotCombine(string parameter, string other, string why) => Create(
        message => new ArgumentException(message),
        "CannotCombineParameters",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} and -{other} cannot be combined. {why}");

    /// <summary>A span of time that is none.</summary>
    public static ErrorRecord NotPositive(string parameter) => Create(
        message => new ArgumentException(message),
        "DurationNotPositive",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} must be longer than zero. Write a number with ms, s, m, h or d, such as 5m.");

    /// <summary>A span of time that is no number of seconds.</summary>
    public static ErrorRecord NotWholeSeconds(string parameter) => Create(
        message => new ArgumentException(message),
        "DurationNotWholeSeconds",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} must be a number of whole seconds, such as 30s or 5m.");

    /// <summary>A report that has not what it was made of.</summary>
    public static ErrorRecord UnusableReport(LogReport report, Exception cause) => Create(
        message => new ArgumentException(message, cause),
        "UnusableReport",
        ErrorCategory.InvalidData,
        report,
        $"The report cannot be used: {cause.Message} Pipe reports as Get-LogReport writes them, with all their properties.");

    /// <summary>Counts of which nobody knows any more what was when.</summary>
    public static ErrorRecord CannotSplitByTime(object counts) => Create(
        message => new ArgumentException(message),
        "CannotSplitByTime",
        ErrorCategory.InvalidArgument,
        counts,
        $"A {counts.GetType().Name} is counted already and cannot be split by time. Use -Since, -Until and -Every where the log is read.");

    /// <summary>A parameter that means nothing without another.</summary>
    public static ErrorRecord MissingParameter(string parameter, string needed) => Create(
        message => new ArgumentException(message),
        "MissingParameter",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} needs -{needed}.");

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
        $"'{tooLong.Pattern}' took longer than {tooLong.MatchTimeout.TotalSeconds} s on line {lineNumber} of '{path}', which is left out. A pattern without back references and look-around cannot run away.");

    /// <summary>A name that no format has.</summary>
    public static ErrorRecord UnknownFormat(string name) => Create(
        message => new ItemNotFoundException(message),
        "UnknownFormat",
        ErrorCategory.ObjectNotFound,
        name,
        $"There is no log format '{name}'. Get-LogFormat lists those there are.");

    /// <summary>A registered format whose pattern took too long too often.</summary>
    public static ErrorRecord FormatGivenUp(LogFormat format) => Create(
        message => new TimeoutException(message),
        "FormatTimeout",
        ErrorCategory.OperationTimeout,
        format.Name,
        $"The pattern of the registered format '{format.Name}' took longer than 0.1 s on ten lines and recognises no more. A pattern without back references and look-around cannot run away; register it again with -Force.");

    /// <summary>A name under which no format can be registered.</summary>
    public static ErrorRecord InvalidFormatName(string name) => Create(
        message => new ArgumentException(message),
        "InvalidFormatName",
        ErrorCategory.InvalidArgument,
        name,
        $"'{name}' cannot be the name of a log format. Use letters, digits, dashes and underscores.");

    /// <summary>A name that a format has already.</summary>
    public static ErrorRecord FormatExists(string name, bool isBuiltIn) => Create(
        message => new ArgumentException(message),
        "FormatExists",
        ErrorCategory.ResourceExists,
        name,
        isBuiltIn
            ? $"There is a log format '{name}' already, which cannot be replaced. Choose another name: registered formats go before the others."
            : $"There is a log format '{name}' already. Use -Force to replace it.");

    /// <summary>A pattern from which nothing would be known of a line.</summary>
    public static ErrorRecord NoNamedGroup(string pattern, IEnumerable<string> names) => Create(
        message => new ArgumentException(message),
        "NoNamedGroup",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' has no named group that means something. Name at least one, as in '(?<level>[A-Z]+)': {string.Join(", ", names)}.");

    /// <summary>A checkpoint that cannot be used, or not be written.</summary>
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

    /// <summary>A file that is no checkpoint, where one was expected.</summary>
    public static ErrorRecord CheckpointCorrupt(string path, string reason, string aside) => Create(
        message => new InvalidDataException(message),
        "CheckpointCorrupt",
        ErrorCategory.InvalidData,
        path,
        $"'{path}' is no checkpoint and is called '{aside}' now. Files are watched as if for the first time. {reason}");

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

    /// <summary>A file whose name does not say how to write a report.</summary>
    public static ErrorRecord UnknownReportFormat(string path, IEnumerable<string> extensions) => Create(
        message => new ArgumentException(message),
        "UnknownReportFormat",
        ErrorCategory.InvalidArgument,
        path,
        $"The name '{path}' does not say how to write the report. Let it end in one of {string.Join(", ", extensions)}, or use -As Html, Json, Csv or Markdown.");

    /// <summary>A second report for a file that holds one.</summary>
    public static ErrorRecord SecondReport(string path, LogReport report) => Create(
        message => new InvalidOperationException(message),
        "SecondReport",
        ErrorCategory.InvalidOperation,
        report,
        $"More than one report is to be written to '{path}', which holds one; nothing was written. Pipe them through Get-LogReport to merge them, or export each to a file of its own with ForEach-Object.");

    /// <summary>An object in the pipeline that is not a report.</summary>
    public static ErrorRecord NotAReport(object input) => Create(
        message => new ArgumentException(message),
        "NotAReport",
        ErrorCategory.InvalidType,
        input,
        $"An object of type {input.GetType()} is not a report. Pipe what Get-LogReport writes; a report that was exported as JSON goes through ConvertFrom-Json first.");

    /// <summary>A wildcard where one file is to be written.</summary>
    public static ErrorRecord NotOneFile(string path, int count) => Create(
        message => new ArgumentException(message),
        "NotOneFile",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' has wildcards and matches {count} files, where one is to be written. Use -LiteralPath for a name with brackets.");

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
