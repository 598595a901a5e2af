using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// An error in the log of SQL Server: time, source, number, severity and state; its text is on the next line, behind the same time and source.
/// All other lines of the log are an application's text.
/// </summary>
/// <remarks>Source: that of <see cref="SqlServerSeverity"/>.</remarks>
internal sealed class SqlServerFormat() : LogFormat(
    "sqlserver",
    "SQL Server error log: number, severity and state of an error, whose text is on the next line",
    "2025-01-24 07:00:30.13 Logon       Error: 18456, Severity: 14, State: 38.")
{
    private const int MaxSourceLength = 40;

    private static ReadOnlySpan<byte> Number => "Error: "u8;

    private static ReadOnlySpan<byte> Severity => ", Severity: "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = IsoTimestamp.Match(line);
        if (time == 0 || !TryRead(line, time, out int message, out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.LevelFollows = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }

    /// <summary>Whether the number of an error follows the time with which a line begins.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line, int time) => TryRead(line, time, out _, out _);

    private static bool TryRead(ReadOnlySpan<byte> line, int time, out int message, out LogLevel level)
    {
        level = LogLevel.Unknown;
        int start = line[time..Math.Min(line.Length, time + MaxSourceLength)].IndexOf(Number);
        message = time + start;
        int number = message + Number.Length;
        int digits = start < 2 || line[message - 1] != ' ' ? 0 : DigitReader.CountLeading(line[number..]);
        int at = number + digits + Severity.Length;
        if (digits == 0 || !line[(number + digits)..].StartsWith(Severity))
        {
            return false;
        }

        return SqlServerSeverity.Match(line[at..], out level) > 0;
    }
}
