using LogAnalysis.Formats;

namespace LogAnalysis.Completion;

/// <summary>Completes the names of formats that users have registered: those that can be replaced.</summary>
internal sealed class RegisteredFormatCompleter : FormatCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<LogFormat> Formats => LogFormats.Registered.All;
}
