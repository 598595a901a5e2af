using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The messages of SQL Server as <c>sqlcmd</c> and Management Studio print them: number, severity and state; the text is on the next line.</summary>
/// <remarks>Source: that of <see cref="SqlServerSeverity"/>.</remarks>
internal sealed class SqlMessageFormat() : LogFormat(
    "sqlcmd",
    "Messages of SQL Server at a console (sqlcmd, osql, Management Studio), whose text is on the next line",
    "Msg 208, Level 16, State 1, Server SRV1, Line 1")
{
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
        int at = "Msg ".Length + digits + Severity.Length;
        if (digits == 0 || at >= line.Length || !line[(at - Severity.Length)..].StartsWith(Severity))
        {
            return false;
        }

        int length = SqlServerSeverity.Match(line[at..], out LogLevel level);
        if (length == 0 || !line[(at + length)..].StartsWith(", State "u8))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.MessageFollows = true;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }
}
