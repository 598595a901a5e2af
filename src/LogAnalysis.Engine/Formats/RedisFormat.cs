using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Redis, Valkey and Sentinel: process id and role, time, a mark for the level, message.</summary>
/// <remarks>Source: Redis, <c>server.c</c>, <c>serverLogRaw</c>: the marks are <c>.-*#</c> from debug to warning. Version 2 has no role.</remarks>
internal sealed class RedisFormat() : LogFormat(
    "redis",
    "Redis and Valkey: process id and role, time, a mark for the level",
    "1234:M 24 Jan 2025 07:00:30.139 # Out Of Memory allocating 4096 bytes")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "[";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = MatchProcess(line);
        if (time == 0)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[time..];
        int length = DayMonthTimestamp.Match(rest) is > 0 and int yearless ? yearless : CalendarTimestamp.Match(rest);
        int mark = time + length + 1;
        if (length == 0 || mark + 1 >= line.Length || line[mark - 1] != ' ' || line[mark + 1] != ' ')
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = line[mark] switch
        {
            (byte)'.' => LogLevel.Debug,
            (byte)'-' => LogLevel.Information,
            (byte)'*' => LogLevel.Notice,
            (byte)'#' => LogLevel.Warning,
            _ => LogLevel.Unknown,
        };
        fields.Timestamp = new ByteRange(time, length);
        fields.Message = ByteRange.Between(mark + 2, line.Length);
        return fields.Level != LogLevel.Unknown;
    }

    /// <summary>The length of <c>1234:M </c> or <c>[1234] </c>; 0 if the line begins with neither.</summary>
    private static int MatchProcess(ReadOnlySpan<byte> line)
    {
        int start = line[0] == '[' ? 1 : 0;
        int end = start + DigitReader.CountLeading(line[start..]);
        if (end == start || line.Length < end + 3)
        {
            return 0;
        }

        bool isProcess = start == 1
            ? line[end] == ']' && line[end + 1] == ' '
            : line[end] == ':' && line[end + 1] is (byte)'M' or (byte)'S' or (byte)'C' or (byte)'X' && line[end + 2] == ' ';
        return !isProcess ? 0 : start == 1 ? end + 2 : end + 3;
    }
}
