using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The levels of SharePoint's Unified Logging Service, of events and of traces.</summary>
/// <remarks>
/// Source: SharePoint documentation, "Trace and event log severity levels" and <c>TraceSeverity</c>: Unexpected stops processing; Monitorable is
/// unusual and to be watched; High and Medium tell what was done, Verbose how.
/// </remarks>
internal static class SharePointLevels
{
    private static readonly WordTable<LogLevel> Words = new(
        (LogLevel.Error, "unexpected exception assert"),
        (LogLevel.Warning, "monitorable"),
        (LogLevel.Information, "high medium"),
        (LogLevel.Trace, "verboseex"));

    /// <summary>The level that a word stands for; unknown for any other.</summary>
    public static LogLevel Parse(ReadOnlySpan<byte> word) =>
        Words.TryFind(word, out LogLevel level) || LevelNames.TryParse(word, out level) ? level : LogLevel.Unknown;
}
