using System.Management.Automation;
using LogAnalysis.Counting;

namespace LogAnalysis.Errors;

/// <content>Masks of patterns.</content>
internal static partial class LogErrors
{
    /// <summary>An unknown name of a mask.</summary>
    public static ErrorRecord UnknownMask(string name) => Create(
        message => new ItemNotFoundException(message),
        "UnknownMask",
        ErrorCategory.ObjectNotFound,
        name,
        $"There is no mask named '{name}'. Get-LogMask lists the masks.");

    /// <summary>A name of a mask that is taken.</summary>
    public static ErrorRecord MaskExists(string name) => Create(
        message => new ArgumentException(message),
        "MaskExists",
        ErrorCategory.ResourceExists,
        name,
        $"A mask named '{name}' is already registered. Use -Force to replace it.");

    /// <summary>A mask that took too long.</summary>
    public static ErrorRecord MaskGivenUp(LogMask mask) => Create(
        message => new TimeoutException(message),
        "MaskTimeout",
        ErrorCategory.OperationTimeout,
        mask.Name,
        $"The mask '{mask.Name}' took longer than 1 s on a message and was disabled, so patterns may lack it. {LinearPatterns} Register it again with -Force.");

    /// <summary>Something that cannot be a mask.</summary>
    public static ErrorRecord ForMask(MaskException wrong) => wrong.Problem switch
    {
        MaskProblem.Name => InvalidMaskName(wrong.Value, "is not a valid name for a mask. Use up to 64 letters, digits, dashes and underscores."),
        MaskProblem.BuiltInName => InvalidMaskName(wrong.Value, $"is a place that every pattern can have, as {string.Join(", ", PlaceKinds.All)} are. Choose another name for the mask."),
        MaskProblem.Pattern => InvalidPattern(wrong.Value, wrong.Malformed!),
        MaskProblem.Backtracks => PatternBacktracks(wrong.Value),
        _ => PatternMatchesNothing(wrong.Value),
    };

    private static ErrorRecord InvalidMaskName(string name, string reason) => Create(
        message => new ArgumentException(message),
        "InvalidMaskName",
        ErrorCategory.InvalidArgument,
        name,
        $"'{name}' {reason}");

    private static ErrorRecord PatternBacktracks(string pattern) => Create(
        message => new ArgumentException(message),
        "PatternBacktracks",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' cannot be a mask, which is looked for in every message. {LinearPatterns} To mask only a part of what matches, name that part: (?<{LogMask.ValueGroup}>...).");

    private static ErrorRecord PatternMatchesNothing(string pattern) => Create(
        message => new ArgumentException(message),
        "PatternMatchesNothing",
        ErrorCategory.InvalidArgument,
        pattern,
        $"'{pattern}' matches where no text is, so it cannot be a mask. Ask for one character at least: \\d+ rather than \\d*.");
}
