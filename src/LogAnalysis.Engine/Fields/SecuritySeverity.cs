using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The severities of security products, 0 to 10 or by name.</summary>
/// <remarks>Source: ArcSight Common Event Format, "Severity": 0 to 3 are low, 4 to 6 medium, 7 and 8 high, 9 and 10 very high.</remarks>
internal static class SecuritySeverity
{
    private const int Max = 10;

    private static readonly WordTable<LogLevel> Names = new(
        (LogLevel.Information, "low"),
        (LogLevel.Warning, "medium"),
        (LogLevel.Error, "high"),
        (LogLevel.Critical, "very-high"));

    /// <summary>The level that a severity stands for; unknown where it is none.</summary>
    public static LogLevel Parse(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        if (!DigitReader.IsNumber(text) || text.Length > 2)
        {
            return Names.TryFind(text, out LogLevel level) ? level : LogLevel.Unknown;
        }

        DigitReader.TryRead(text, 0, text.Length, out int number);
        return number switch
        {
            <= 3 => LogLevel.Information,
            <= 6 => LogLevel.Warning,
            <= 8 => LogLevel.Error,
            <= Max => LogLevel.Critical,
            _ => LogLevel.Unknown,
        };
    }
}
