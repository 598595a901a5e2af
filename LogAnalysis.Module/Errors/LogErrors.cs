using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Views;

namespace LogAnalysis.Errors;

/// <summary>Creates every error record of the module: id, category, target and message.</summary>
internal static partial class LogErrors
{
    /// <summary>Pipeline objects that hold no log.</summary>
    public static ErrorRecord UnsupportedInput(object input, long count) => Create(
        message => new ArgumentException(message),
        "UnsupportedInput",
        ErrorCategory.InvalidType,
        input,
        $"Cannot read a log from {Objects(input, count)}. Pipe log entries, lines of text, files from Get-ChildItem, or objects with a message.");

    /// <summary>Pipeline objects that are no files, where only files are read.</summary>
    public static ErrorRecord NotAFile(object input, long count) => Create(
        message => new ArgumentException(message),
        "NotAFile",
        ErrorCategory.InvalidType,
        input,
        $"Cannot follow {Objects(input, count)}: only files are followed. Use -Path, or pipe files from Get-ChildItem.");

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

    /// <summary>A parameter without another one that it is about.</summary>
    public static ErrorRecord MissingParameter(string parameter, string other, string why) => Create(
        message => new ArgumentException(message),
        "MissingParameter",
        ErrorCategory.InvalidArgument,
        parameter,
        $"-{parameter} needs -{other}. {why}");

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

    /// <summary>Counts from elsewhere that are impossible.</summary>
    public static ErrorRecord ImpossibleCounts(object counts, long count) => Create(
        message => new InvalidDataException(message),
        "ImpossibleCounts",
        ErrorCategory.InvalidData,
        counts,
        $"Counts that cannot be were left out: {Objects(counts, count)}. Counts are not negative, no part is larger than the whole, and no log has more than {CountLimits.MaxCount:0e0} lines.");

    /// <summary>Aggregated counts that cannot be split by time.</summary>
    public static ErrorRecord CannotSplitByTime(object counts, long count) => Create(
        message => new ArgumentException(message),
        "CannotSplitByTime",
        ErrorCategory.InvalidArgument,
        counts,
        $"Counts that are already aggregated cannot be split by time: {Objects(counts, count)}. Use -Every where you read the log.");

    /// <summary>Aggregated counts that cannot be filtered.</summary>
    public static ErrorRecord CannotFilterCounts(object counts, long count) => Create(
        message => new ArgumentException(message),
        "CannotFilterCounts",
        ErrorCategory.InvalidArgument,
        counts,
        $"Counts that are already aggregated cannot be filtered: {Objects(counts, count)}. Use -Since, -Until, -Level, -MinimumLevel, -Pattern and -NotPattern where you read the log.");

    /// <summary>An argument that no value can be made of. PowerShell makes the error of it.</summary>
    public static ArgumentTransformationMetadataException InvalidArgument(string message) => new(ConsoleText.Escape(message));

    private static string Objects(object first, long count)
    {
        string type = (first is PSObject wrapper ? wrapper.TypeNames[0] : first.GetType().FullName)!;
        return count == 1 ? $"an object of type {type}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} objects, the first of type {type}");
    }

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
