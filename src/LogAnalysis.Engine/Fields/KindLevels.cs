using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The levels of fields by the kind that their names give them.</summary>
internal static class KindLevels
{
    /// <summary>What Liberty has beside levels: messages of the server, what applications print, the ways into methods and out of them.</summary>
    private static readonly WordTable<LogLevel> OfLiberty = new(
        (LogLevel.Notice, "AUDIT"),
        (LogLevel.Information, "SystemOut EVENT"),
        (LogLevel.Trace, "ENTRY EXIT"));

    /// <summary>How controllers of hardware and alarms grade what they report.</summary>
    private static readonly WordTable<LogLevel> OfHardware = new(
        (LogLevel.Information, "Normal Repaired Cleared"),
        (LogLevel.Warning, "Caution Non-Critical NonCritical Degraded Minor"),
        (LogLevel.Error, "Major"),
        (LogLevel.Critical, "Non-Recoverable NonRecoverable"));

    /// <summary>How jobs and requests end.</summary>
    private static readonly WordTable<LogLevel> Results = new(
        (LogLevel.Information, "Succeeded Successful Completed"),
        (LogLevel.Error, "Failed"));

    /// <summary>The level of a result, where it is all of a field.</summary>
    public static bool TryParseResult(ReadOnlySpan<byte> text, out LogLevel level) => Results.TryFind(text, out level);

    /// <summary>The level of a word that names none where it is not a field's value; unknown where it is none there either.</summary>
    public static LogLevel OfOtherWord(ReadOnlySpan<byte> text) => OfLiberty.TryFind(text, out LogLevel level) || OfHardware.TryFind(text, out level) ? level : LogLevel.Unknown;

    /// <summary>The level of a product that has its own words or numbers for it; unknown where it is none of them.</summary>
    public static LogLevel Parse(FieldKind kind, ReadOnlySpan<byte> text) => kind switch
    {
        FieldKind.WindowsLevel => WindowsLevels.Parse(text),
        FieldKind.WindowsEntryType => WindowsLevels.ParseEntryType(text),
        FieldKind.SharePointLevel => SharePointLevels.Parse(text),
        FieldKind.DhcpEvent => DhcpEvents.LevelOf(text),
        FieldKind.MongoSeverity => OfMongo(text),
        _ => LogLevel.Unknown,
    };

    /// <summary>The level that a number stands for; unknown where it does not tell.</summary>
    public static LogLevel OfNumber(FieldKind kind, int number) => kind switch
    {
        FieldKind.SyslogSeverity or FieldKind.Severity when number is >= 0 and <= SyslogSeverity.Max => SyslogSeverity.ToLevel(number),
        FieldKind.SyslogSeverity => LogLevel.Unknown,
        FieldKind.OtelSeverity => LevelNumbers.OfOtel(number),
        FieldKind.PythonLevel => LevelNumbers.OfPython(number),
        FieldKind.InsightsLevel => LevelNumbers.OfInsights(number),
        _ => LevelNumbers.Guess(number),
    };

    /// <summary>Of D, debug has five grades.</summary>
    private static LogLevel OfMongo(ReadOnlySpan<byte> text)
    {
        bool isGraded = text.Length == 2 && text[0] == 'D';
        return LevelNames.TryParseLetter(isGraded ? text[..1] : text, out LogLevel level) ? level : LogLevel.Unknown;
    }
}
