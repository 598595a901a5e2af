using System.Management.Automation;
using LogAnalysis.Views;

namespace LogAnalysis.Errors;

/// <summary>Creates every error record of the module: id, category, target and message.</summary>
internal static partial class LogErrors
{
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

    /// <summary>Aggregated counts that cannot be split by time.</summary>
    public static ErrorRecord CannotSplitByTime(object counts) => Create(
        message => new ArgumentException(message),
        "CannotSplitByTime",
        ErrorCategory.InvalidArgument,
        counts,
        $"A {counts.GetType().Name} is already aggregated and cannot be split by time. Use -Every where you read the log.");

    /// <summary>Aggregated counts that cannot be filtered.</summary>
    public static ErrorRecord CannotFilterCounts(object counts) => Create(
        message => new ArgumentException(message),
        "CannotFilterCounts",
        ErrorCategory.InvalidArgument,
        counts,
        $"A {counts.GetType().Name} is already aggregated and cannot be filtered. Use -Since, -Until, -Level, -MinimumLevel, -Pattern and -NotPattern where you read the log.");

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
