using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogAnalysis.Formats;
using LogAnalysis.Querying;
using LogAnalysis.Text;

namespace LogAnalysis.Errors;

/// <content>Patterns and formats.</content>
internal static partial class LogErrors
{
    /// <summary>What .NET matches without backtracking, also where that is in small parts.</summary>
    private const string LinearPatterns = "A pattern without backreferences, lookarounds, atomic groups and conditions, and without large numbers in braces, takes time that grows with the line only.";

    /// <summary>A regular expression that is malformed.</summary>
    public static ErrorRecord InvalidPattern(string pattern, RegexParseException malformed) => Create(
        message => new ArgumentException(message),
        "InvalidPattern",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' is not a regular expression. At position {malformed.Offset}: {ReasonOf(malformed)}");

    /// <summary>A regular expression that took too long.</summary>
    /// <param name="tooLong">The first time.</param>
    /// <param name="count">On how many entries.</param>
    /// <param name="isGivenUp">Whether that ends the command.</param>
    /// <param name="first">The first of these entries, if it is known.</param>
    public static ErrorRecord PatternTimeout(RegexMatchTimeoutException tooLong, int count, bool isGivenUp, EntryReference? first)
    {
        string entries = count == 1 ? "an entry, which was skipped" : string.Create(CultureInfo.InvariantCulture, $"{count} entries, which were skipped");
        string place = first?.Path is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" (first on line {first.LineNumber} of '{first.Path}')");
        return Create(
            message => new TimeoutException(message, SafeCause.Of(tooLong)),
            "PatternTimeout",
            ErrorCategory.OperationTimeout,
            first?.Entry ?? tooLong.Pattern,
            string.Create(CultureInfo.InvariantCulture, $"'{tooLong.Pattern}' took longer than {tooLong.MatchTimeout.TotalSeconds} s on {entries}{place}.{(isGivenUp ? " It was given up, and the command with it." : string.Empty)} {LinearPatterns}"));
    }

    /// <summary>A condition on a field that has no meaning.</summary>
    public static ErrorRecord InvalidCondition(FieldConditionException wrong) => Create(
        message => new ArgumentException(message),
        "InvalidCondition",
        ErrorCategory.InvalidArgument,
        wrong.Value ?? wrong.Name,
        $"-Where cannot compare '{wrong.Name}'. {wrong.Reason}");

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
        $"The pattern of the registered format '{format.Name}' took longer than 0.1 s on ten lines and was disabled. {LinearPatterns} Register it again with -Force.");

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

    /// <summary>A definition of which no format can be made.</summary>
    public static ErrorRecord ForDefinition(FormatDefinitionException wrong) => wrong.Problem switch
    {
        FormatProblem.Name => InvalidFormatName(wrong.Value),
        FormatProblem.Pattern => InvalidPattern(wrong.Value, wrong.Malformed!),
        FormatProblem.NoNamedGroup => NoNamedGroup(wrong.Value, LinePattern.KnownNames),
        FormatProblem.NoLevelGroup => MissingGroup(wrong.Value, "LevelMap", "level"),
        FormatProblem.NoTimeGroup => MissingGroup(wrong.Value, "TimestampFormat", "timestamp"),
        _ => InvalidTimestampFormat(wrong.Value),
    };

    /// <summary>A file with definitions of formats that cannot be read as one.</summary>
    public static ErrorRecord InvalidFormatFile(string path, JsonException malformed) => Create(
        message => new InvalidDataException(message, SafeCause.Of(malformed)),
        "InvalidFormatFile",
        ErrorCategory.InvalidData,
        path,
        $"'{path}' has no definitions of formats. {PlaceOf(malformed)}{ReasonOf(malformed)}");

    /// <summary>A pattern that matches nothing of what it was tried on.</summary>
    public static ErrorRecord NoMatchingLine(string pattern, string name, int lines) => Create(
        message => new InvalidOperationException(message),
        "NoMatchingLine",
        ErrorCategory.InvalidResult,
        pattern,
        $"'{pattern}' matches none of the {lines} lines, so the format '{name}' was not registered. Patterns are case-sensitive.");

    /// <summary>An object in the pipeline that is no line to try a format on.</summary>
    public static ErrorRecord NotALine(object input) => Create(
        message => new ArgumentException(message),
        "NotALine",
        ErrorCategory.InvalidType,
        input,
        $"A format cannot be tried on an object of type {input.GetType()}. Pipe lines of text, such as those of Get-Content.");

    /// <summary>A built-in format, which cannot be removed.</summary>
    public static ErrorRecord BuiltInFormat(string name) => Create(
        message => new InvalidOperationException(message),
        "BuiltInFormat",
        ErrorCategory.InvalidOperation,
        name,
        $"'{name}' is a built-in log format and cannot be removed. To have its lines read otherwise, register a format for them.");

    /// <summary>A value of <c>-LevelMap</c> that is no level.</summary>
    public static ErrorRecord InvalidLevel(string text, string level, IEnumerable<string> levels) => Create(
        message => new ArgumentException(message),
        "InvalidLevel",
        ErrorCategory.InvalidArgument,
        level,
        $"'{level}', which -LevelMap gives for '{text}', is not a level. Use one of {string.Join(", ", levels)}.");

    private static ErrorRecord MissingGroup(string pattern, string parameter, string group) => Create(
        message => new ArgumentException(message),
        "MissingGroup",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' has no group '{group}', which -{parameter} is for. Add one, as in '(?<{group}>...)'.");

    private static ErrorRecord InvalidTimestampFormat(string format) => Create(
        message => new ArgumentException(message),
        "InvalidTimestampFormat",
        ErrorCategory.InvalidArgument,
        format,
        $"'{format}' is not a format of dates and times. Use a custom format of .NET that has a day, such as 'dd.MM.yyyy HH:mm:ss'.");

    /// <summary>A format pattern without any named group.</summary>
    public static ErrorRecord NoNamedGroup(string pattern, IEnumerable<string> names) => Create(
        message => new ArgumentException(message),
        "NoNamedGroup",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' has no named group. Use at least one, as in '(?<level>[A-Z]+)'. These have a meaning: {string.Join(", ", names)}.");

    // The message names the pattern and the offset before the sentence that says what is wrong.
    private static string ReasonOf(RegexParseException malformed)
    {
        string before = string.Create(CultureInfo.InvariantCulture, $" at offset {malformed.Offset}. ");
        int start = malformed.Message.LastIndexOf(before, StringComparison.Ordinal);
        return start < 0 ? $"{malformed.Error}." : malformed.Message[(start + before.Length)..];
    }

    private static string PlaceOf(JsonException malformed) =>
        malformed.LineNumber is long line ? string.Create(CultureInfo.InvariantCulture, $"Line {line + 1}: ") : string.Empty;

    // The message ends with the place, in a way of its own.
    private static string ReasonOf(JsonException malformed)
    {
        int place = malformed.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return place < 0 ? malformed.Message : malformed.Message[..place];
    }
}
