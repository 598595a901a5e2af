using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The numbers of events in the audit log of Windows' DHCP server.</summary>
/// <remarks>
/// Source: the legend at the top of that log, and Microsoft's documentation, "Analyze DHCP server log files". What a client or a name does not get is
/// an error; what was refused, dropped or found to be in use, and a log that pauses, is a warning.
/// </remarks>
internal static class DhcpEvents
{
    private static readonly WordTable<LogLevel> Levels = new(
        (LogLevel.Error, "14 22 31 34 35 54 56 58 59 60 64 11009 11023 11032"),
        (LogLevel.Warning, "02 2 13 15 17 33 36 50 62 11012 11014 11015"));

    /// <summary>The level of an event; unknown for what is no number.</summary>
    public static LogLevel LevelOf(ReadOnlySpan<byte> number) =>
        Levels.TryFind(number, out LogLevel level) ? level
        : DigitReader.IsNumber(number) ? LogLevel.Information
        : LogLevel.Unknown;
}
