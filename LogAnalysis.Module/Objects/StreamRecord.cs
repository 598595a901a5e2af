using System.Management.Automation;

namespace LogAnalysis.Objects;

/// <summary>What PowerShell's own streams carry beside output, as <c>*>&amp;1</c> passes it on: errors, warnings and the like.</summary>
/// <param name="Level">How serious it is: the stream tells.</param>
/// <param name="Message">What it says.</param>
/// <param name="Time">When it was written; null where it does not say.</param>
internal sealed record StreamRecord(LogLevel Level, string Message, DateTime? Time = null)
{
    private const string NativeError = "NativeCommandError";

    /// <summary>The record that an object is; null where it is none.</summary>
    public static StreamRecord? TryCreate(object value) => value switch
    {
        ErrorRecord error => new(LogLevel.Error, error.ErrorDetails?.Message ?? error.Exception.Message),
        WarningRecord warning => new(LogLevel.Warning, warning.Message),
        InformationRecord information => new(LogLevel.Information, JsonValues.TextOf(information.MessageData ?? string.Empty), information.TimeGenerated),
        VerboseRecord verbose => new(LogLevel.Trace, verbose.Message),
        DebugRecord debug => new(LogLevel.Debug, debug.Message),
        Exception exception => new(LogLevel.Error, exception.Message),
        _ => null,
    };

    /// <summary>The line that a native command has written to its error stream; null for any other error.</summary>
    public static string? NativeLineOf(ErrorRecord error) =>
        !error.FullyQualifiedErrorId.StartsWith(NativeError, StringComparison.Ordinal) ? null
        : error.TargetObject is string line ? line
        : error.Exception.Message;
}
