using LogAnalysis.Model;

namespace LogAnalysis.Fields;

/// <summary>The levels of fields by the kind that their names give them.</summary>
internal static class KindLevels
{
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
