using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The messages of SQL Server as <c>sqlcmd</c> and Management Studio print them: number, severity and state; the text is on the next line.</summary>
/// <remarks>Source: Microsoft Learn, "Database Engine Error Severities": below 11 is information, from 20 on the connection is lost.</remarks>
internal sealed class SqlMessageFormat() : LogFormat(
    "sqlcmd",
    "Messages of SQL Server at a console (sqlcmd, osql, Management Studio), whose text is on the next line",
    "Msg 208, Level 16, State 1, Server SRV1, Line 1")
{
    private const int FirstError = 11;
    private const int FirstFatal = 20;

    private static ReadOnlySpan<byte> Severity => ", Level "u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.Everything;

    /// <inheritdoc/>
    internal override string FirstBytes => "M";

    /// <inheritdoc/>
    internal override string NeededMarks => ",";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = line.StartsWith("Msg "u8) ? DigitReader.CountLeading(line["Msg ".Length..]) : 0;
        int level = "Msg ".Length + digits + Severity.Length;
        if (digits == 0 || level >= line.Length || !line[(level - Severity.Length)..].StartsWith(Severity))
        {
            return false;
        }

        int length = DigitReader.CountLeading(line[level..]);
        if (length is not (1 or 2) || !line[(level + length)..].StartsWith(", State "u8) || !DigitReader.TryRead(line, level, length, out int severity))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = severity >= FirstFatal ? LogLevel.Critical : severity >= FirstError ? LogLevel.Error : LogLevel.Information;
        fields.MessageFollows = true;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }
}
