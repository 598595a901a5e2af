using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Text with a time in front: log4j, logback, Spring Boot, NLog, Serilog's file sink, Python's logging, Hadoop, ZooKeeper and
/// their like. The level is looked for in the header between the time and the message.
/// </summary>
internal sealed class ApplicationFormat() : LogFormat(
    "application",
    "Application text: time, level, message in whatever order and brackets (log4j, logback, Spring Boot, NLog, Serilog, Python, and most others)",
    "2025-01-24 07:00:30,139 ERROR [main] com.example.Orders: Could not reach the database")
{
    /// <summary>The format, for the cache of its headers.</summary>
    public static readonly ApplicationFormat Instance = new();

    private const int MaxIndentation = 4;
    private const int MaxNameLength = 40;

    private static readonly ApacheErrorFormat ApacheError = new();

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => !fields.HasLevel;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Capitals + "[ ";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] == ' ')
        {
            return TryParseIndented(line, ref fields);
        }

        int process = SkipProcess(line);
        bool bracketed = process < line.Length && line[process] == '[';
        int start = bracketed ? SkipName(line, process + 1) : process;
        int length = MatchTime(line[start..], bracketed, out bool hasDate);
        int end = start + length;
        if (length == 0 || (end < line.Length && char.IsAsciiLetterOrDigit((char)line[end])) || IsTimeOfAnother(line, process, start, length, hasDate))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = hasDate ? new ByteRange(start, length) : default;
        bool closed = bracketed && end < line.Length && line[end] == ']';
        end += closed || (end < line.Length && line[end] == ',') ? 1 : 0;
        if (!hasDate && !IsClockHeader(line, end, bracketed))
        {
            return false;
        }

        var header = new HeaderScanner(line, end);
        fields.HasLevel = header.FindLevel(out fields.Level);
        if (fields.HasLevel && !bracketed)
        {
            fields.RestOffset = header.Position;
            fields.PrefixLength = header.PrefixLength;
            return true;
        }

        fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        if (bracketed && !closed)
        {
            SkipClosingBracket(line, end, ref fields);
        }

        if (!fields.HasLevel)
        {
            return TakeWithoutLevel(line, end, ref fields);
        }

        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }

    /// <inheritdoc/>
    internal override void ParseRest(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (fields.RestOffset > 0)
        {
            fields.Message = ByteRange.Between(new HeaderScanner(line, fields.RestOffset).FindMessage(), line.Length);
            fields.RestOffset = 0;
            RequestMessage.TryFind(line, fields.Message, ref fields);
        }
    }

    /// <summary>In brackets, or with a dash, a time may lack the year; otherwise such a time is that of syslog.</summary>
    private static int MatchTime(ReadOnlySpan<byte> text, bool isBracketed, out bool hasDate)
    {
        int length = LeadingTimestamp.Match(text, out hasDate);
        if (length > 0 || !(isBracketed || (text.Length > 3 && text[3] == '-')))
        {
            return length;
        }

        hasDate = true;
        return BsdTimestamp.Match(text);
    }

    /// <summary>Whether a line with a time like this is one of syslog, of Apache, or of nothing that is known.</summary>
    private static bool IsTimeOfAnother(ReadOnlySpan<byte> line, int process, int start, int length, bool hasDate)
    {
        if (process > 0 && !hasDate)
        {
            return true;
        }

        LineFields fields = default;
        return start == 0 ? SyslogFormat.MatchesIso(line, length) : char.IsAsciiLetter((char)line[start]) && ApacheError.TryParse(line, ref fields);
    }

    /// <summary>Nomad and Consul indent their lines. What has a time and a level is an entry all the same.</summary>
    private bool TryParseIndented(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        if (blanks is < 1 or > MaxIndentation || IsoTimestamp.Match(line[blanks..]) == 0 || !TryParse(line[blanks..], ref fields) || !fields.HasLevel)
        {
            return false;
        }

        fields.Shift(blanks);
        return true;
    }

    /// <summary>Some write the process id before the time: <c>[1] 2025/01/24 07:00:30.139632 [INF] message</c>.</summary>
    private static int SkipProcess(ReadOnlySpan<byte> line)
    {
        int digits = line[0] == '[' ? DigitReader.CountLeading(line[1..]) : 0;
        return digits is > 0 and < 8 && line[(digits + 1)..].StartsWith("] "u8) ? digits + 3 : 0;
    }

    /// <summary>Some write their name into the bracket of the time: <c>[otel.javaagent 2025-01-24 07:00:30:139 +0000] INFO message</c>.</summary>
    private static int SkipName(ReadOnlySpan<byte> line, int at)
    {
        ReadOnlySpan<byte> near = line[at..Math.Min(line.Length, at + MaxNameLength)];
        int blank = near.IndexOf((byte)' ');
        bool isName = blank > 0 && near[..blank].Contains((byte)'.') && char.IsAsciiLetter((char)near[0]) && IsoTimestamp.Match(line[(at + blank + 1)..]) > 0;
        return isName ? at + blank + 1 : at;
    }

    /// <summary>
    /// A clock time without a date begins an entry only where a level follows, or where it is in brackets or has a fraction: a text may
    /// begin with a time of day.
    /// </summary>
    private static bool IsClockHeader(ReadOnlySpan<byte> line, int end, bool isBracketed)
    {
        var header = new HeaderScanner(line, end);
        return header.FindLevel(out _) || (isBracketed && end < line.Length && line[end - 1] == ']');
    }

    /// <summary>Time and level share the bracket: <c>[2025-01-24T07:00:30Z ERROR orders::db] message</c>, <c>[07:00:30 ERR] message</c>.</summary>
    private static void SkipClosingBracket(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        int close = line[end..].IndexOf((byte)']');
        if (close >= 0 && fields.HasLevel)
        {
            int message = end + close + 1;
            int blanks = line[message..].IndexOfAnyExcept((byte)' ');
            fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        }
    }

    private static bool TakeWithoutLevel(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        PostgresLine postgres = PostgresHeader.Find(line, end, out int message);
        if (postgres != PostgresLine.None)
        {
            fields.ContinuesEntry = postgres == PostgresLine.Part;
            fields.HasLevel = true;
            fields.Level = LogLevel.Information;
            fields.Message = ByteRange.Between(message, line.Length);
            return true;
        }

        LineFields other = default;
        foreach (LogFormat format in LogFormats.LikeApplications)
        {
            if (format.TryParse(line, ref other))
            {
                return false;
            }
        }

        fields.LevelFollows = JavaLoggingLevel.IsHeader(line, end);
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }
}
