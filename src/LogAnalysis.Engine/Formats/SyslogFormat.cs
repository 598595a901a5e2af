namespace LogAnalysis.Formats;

/// <summary>
/// Syslog, traditional and current: an optional priority, time, host, program, message. The priority's severity is the level;
/// without it, a level at the beginning of the message.
/// </summary>
/// <remarks>Source: RFC 3164, section 4.1; RFC 5424, section 6.</remarks>
internal sealed class SyslogFormat() : LogFormat(
    "syslog",
    "Syslog, RFC 3164 and RFC 5424, with and without priority",
    "<11>Jan 24 07:00:30 web1 orders[314]: could not reach the database")
{
    private const int LongestPriority = 3;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = MatchPriority(line, out LogLevel level);
        bool current = time > 0 && line[time..].StartsWith("1 "u8);
        time += current ? 2 : 0;
        ReadOnlySpan<byte> rest = line[time..];
        int length = BsdTimestamp.Matches(rest) ? BsdTimestamp.Length : time > 0 ? IsoTimestamp.Match(rest) : 0;
        if (length == 0 || time + length >= line.Length || line[time + length] != ' ')
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new Slice(time, length);
        int message = current ? SkipHeader(line, time + length) : SkipTag(line, time + length);
        fields.Message = Slice.Between(message, line.Length);
        fields.HasLevel = time > 0;
        fields.Level = level;
        if (time == 0)
        {
            TakeLevelOfMessage(line, ref fields);
        }

        return true;
    }

    /// <summary>Reads <c>&lt;11&gt;</c>; 0 where there is none.</summary>
    private static int MatchPriority(ReadOnlySpan<byte> line, out LogLevel level)
    {
        level = LogLevel.Unknown;
        if (line[0] != '<')
        {
            return 0;
        }

        int digits = DigitReader.CountLeading(line[1..]);
        if (digits is 0 or > LongestPriority || digits + 1 >= line.Length || line[digits + 1] != '>' || !DigitReader.TryRead(line, 1, digits, out int priority))
        {
            return 0;
        }

        level = OfSeverity(priority & 7);
        return digits + 2;
    }

    private static LogLevel OfSeverity(int severity) => severity switch
    {
        <= 2 => LogLevel.Critical,
        3 => LogLevel.Error,
        4 => LogLevel.Warning,
        5 => LogLevel.Notice,
        6 => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    /// <summary>Passes host, program, process and message id, and structured data, which is a dash or in brackets.</summary>
    private static int SkipHeader(ReadOnlySpan<byte> line, int at)
    {
        for (int field = 0; field < 4; field++)
        {
            at = SkipWord(line, at);
        }

        at = Math.Min(at + 1, line.Length);
        while (at < line.Length && line[at] == '[')
        {
            int close = line[at..].IndexOf((byte)']');
            at = close < 0 ? line.Length : at + close + 1;
        }

        if (at < line.Length && line[at] == '-')
        {
            at++;
        }

        return at < line.Length && line[at] == ' ' ? at + 1 : at;
    }

    /// <summary>Passes the host, and the program with its process id up to its colon.</summary>
    private static int SkipTag(ReadOnlySpan<byte> line, int at)
    {
        int message = Math.Min(SkipWord(line, at) + 1, line.Length);
        int colon = line[message..].IndexOf(": "u8);
        bool isTag = colon > 0 && !line.Slice(message, colon).Contains((byte)' ');
        return isTag ? message + colon + 2 : message;
    }

    private static int SkipWord(ReadOnlySpan<byte> line, int at)
    {
        int length = at + 1 < line.Length ? line[(at + 1)..].IndexOf((byte)' ') : -1;
        return length < 0 ? line.Length : at + 1 + length;
    }

    private static void TakeLevelOfMessage(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        LineFields inner = default;
        if (!fields.Message.IsEmpty && BareLevelFormat.Instance.TryParse(fields.Message.Of(line), ref inner))
        {
            fields.HasLevel = true;
            fields.Level = inner.Level;
            fields.Message = new Slice(fields.Message.Start + inner.Message.Start, inner.Message.Length);
        }
    }
}
