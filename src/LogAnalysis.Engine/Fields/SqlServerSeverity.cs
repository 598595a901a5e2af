using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The severities of SQL Server's errors.</summary>
/// <remarks>Source: Microsoft Learn, "Database Engine Error Severities": below 11 is information, from 20 on the connection is lost.</remarks>
internal static class SqlServerSeverity
{
    private const int FirstError = 11;
    private const int FirstFatal = 20;

    /// <summary>Reads a severity, of one digit or two, at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="level">Receives the level that it stands for.</param>
    /// <returns>Its length; 0 if there is none.</returns>
    public static int Match(ReadOnlySpan<byte> text, out LogLevel level)
    {
        int length = DigitReader.CountLeading(text);
        length = length is 1 or 2 ? length : 0;
        DigitReader.TryRead(text, 0, length, out int severity);
        level = severity < FirstError ? LogLevel.Information : severity < FirstFatal ? LogLevel.Error : LogLevel.Critical;
        return length;
    }
}
