using LogAnalysis.Formats.Fields;
using LogAnalysis.Formats.Times;

namespace LogAnalysis.Formats;

/// <summary>Redis, Valkey and Sentinel: process id and role, time, a mark for the level, message.</summary>
/// <remarks>Source: Redis, <c>server.c</c>, <c>serverLogRaw</c>: the marks are <c>.-*#</c> from debug to warning.</remarks>
internal sealed class RedisFormat() : LogFormat(
    "redis",
    "Redis and Valkey: process id and role, time, a mark for the level",
    "1234:M 24 Jan 2025 07:00:30.139 # Out Of Memory allocating 4096 bytes")
{
    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line);
        int time = digits + 3;
        if (digits == 0 || line.Length < time + 10 || line[digits] != ':' || line[digits + 1] is not ((byte)'M' or (byte)'S' or (byte)'C' or (byte)'X')
            || line[digits + 2] != ' ')
        {
            return false;
        }

        int length = CalendarTimestamp.Match(line[time..]);
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
        fields.Timestamp = new Slice(time, length);
        fields.Message = Slice.Between(mark + 2, line.Length);
        return true;
    }
}
