using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace LogAnalysis.Errors;

/// <content>Patterns and formats.</content>
internal static partial class LogErrors
{
    /// <summary>A regular expression that is malformed.</summary>
    public static ErrorRecord InvalidPattern(string pattern, RegexParseException malformed) => Create(
        message => new ArgumentException(message),
        "InvalidPattern",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' is not a regular expression. At position {malformed.Offset}: {ReasonOf(malformed)}");

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

    // The message names the pattern and the offset before the sentence that says what is wrong.
    private static string ReasonOf(RegexParseException malformed)
    {
        string before = string.Create(CultureInfo.InvariantCulture, $" at offset {malformed.Offset}. ");
        int start = malformed.Message.LastIndexOf(before, StringComparison.Ordinal);
        return start < 0 ? $"{malformed.Error}." : malformed.Message[(start + before.Length)..];
    }
}
