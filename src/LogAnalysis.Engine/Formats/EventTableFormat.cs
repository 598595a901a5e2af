using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>A row of the table that <c>Get-EventLog</c> prints: number, time without seconds, type, source, event, message.</summary>
/// <remarks>Source: PowerShell 5.1, the view of <c>EventLogEntry</c>: columns of a fixed width, in which longer texts end with points.</remarks>
internal sealed class EventTableFormat() : LogFormat(
    "eventlog-table",
    "Windows' events as Get-EventLog prints them",
    "   17312 Jan 24 07:00  Error       Shop                   3221232495 The database cannot be reached.")
{
    private const int TimeLength = 12;
    private const int TypeLength = 11;
    private const int MaxDigits = 10;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + " ";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = Math.Max(line.IndexOfAnyExcept((byte)' '), 0);
        int digits = DigitReader.CountLeading(line[start..]);
        int time = start + digits + 1;
        int type = time + TimeLength + "  ".Length;
        if (digits is 0 or > MaxDigits || type + TypeLength + 1 >= line.Length || line[time - 1] != ' ' || line[time + 3] != ' ' || line[type - 3 - 2] != ':'
            || !MonthNames.TryParse(line.Slice(time, 3), out _) || line[type - 1] != ' ')
        {
            return false;
        }

        LogLevel level = LevelOf(line.Slice(type, TypeLength).TrimEnd((byte)' '));
        if (level == LogLevel.Unknown)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(time, TimeLength);
        fields.Message = FindMessage(line, type + TypeLength);
        return true;
    }

    /// <summary>Audits have longer names than the column holds.</summary>
    private static LogLevel LevelOf(ReadOnlySpan<byte> type) =>
        type.StartsWith("FailureA"u8) ? LogLevel.Error : type.StartsWith("SuccessA"u8) ? LogLevel.Information : WindowsLevels.ParseEntryType(type);

    /// <summary>Behind the number of the event; the source before it may have spaces.</summary>
    private static ByteRange FindMessage(ReadOnlySpan<byte> line, int at)
    {
        var words = new WordReader(line, at);
        for (ByteRange word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (DigitReader.IsNumber(word.Of(line)) && word.End < line.Length)
            {
                return ByteRange.Between(word.End + 1, line.Length);
            }
        }

        return ByteRange.Between(at, line.Length);
    }
}
