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
    private const int MaxIndentationWithoutLevel = 2;
    private const int MaxPadding = 14;

    private static readonly ApacheErrorFormat ApacheError = new();

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => !fields.HasLevel;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Letters + "[(<>*.@!#=- ";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning is LineBeginning.Other or LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] == ' ')
        {
            return TryParseIndented(line, ref fields);
        }

        ApplicationTime time = ApplicationTime.Find(line);
        int end = time.Range.End;
        if (end == 0 || (end < line.Length && char.IsAsciiLetterOrDigit((char)line[end])) || IsTimeOfAnother(line, in time))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = time.HasDate ? time.Range : default;
        bool closed = time.IsBracketed && end < line.Length && line[end] == time.Closing;
        end += closed || (end < line.Length && line[end] == ',') ? 1 : 0;
        if (!time.HasDate && (!IsClockHeader(line, end, closed) || DbtFormat.IsNode(line)))
        {
            return false;
        }

        var header = new HeaderScanner(line, end);
        fields.HasLevel = header.FindLevel(out fields.Level);
        if (fields.HasLevel && !time.IsBracketed)
        {
            fields.RestOffset = header.Position;
            fields.PrefixLength = header.PrefixLength;
            return true;
        }

        fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        if (time.IsBracketed && !closed)
        {
            SkipClosingBracket(line, end, time.Closing, ref fields);
        }

        if (!fields.HasLevel)
        {
            if (time.Prefix == ApplicationTimePrefix.Name && !HeaderWords.IsIdentifier(new WordReader(line, 0).Next().Of(line)))
            {
                return false;
            }

            return TakeWithoutLevel(line, end, ref fields);
        }

        FindResponse(line, ref fields);
        return true;
    }

    /// <inheritdoc/>
    internal override void ParseRest(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (fields.RestOffset > 0)
        {
            fields.Message = ByteRange.Between(new HeaderScanner(line, fields.RestOffset).FindMessage(), line.Length);
            fields.RestOffset = 0;
            FindResponse(line, ref fields);
        }
    }

    /// <summary>A message tells of a response, or ends with an object that does, as Caddy and others that log with zap write to a console.</summary>
    private static void FindResponse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!RequestMessage.TryFind(line, fields.Message, ref fields) && line[^1] == '}')
        {
            EmbeddedObject.TakeResponse(line, ref fields);
        }
    }

    /// <summary>Whether a line with a time like this is one of syslog, of Apache, or of nothing that is known.</summary>
    private static bool IsTimeOfAnother(ReadOnlySpan<byte> line, in ApplicationTime time)
    {
        if (time.Prefix != ApplicationTimePrefix.None && !time.HasDate)
        {
            return true;
        }

        // WebLogic has more in such brackets.
        if (line[0] == '<' && line[time.Range.End..].StartsWith("> <"u8))
        {
            return true;
        }

        if (line[0] == '[' && (NagiosFormat.Matches(line) || UnrealFormat.Matches(line) || (!time.HasDate && EspHomeFormat.Matches(line))))
        {
            return true;
        }

        LineFields fields = default;
        return time.Range.Start == 0 ? SyslogFormat.MatchesIso(line, time.Range.Length) || SqlServerFormat.Matches(line, time.Range.Length) || CloudFrontFormat.Matches(line) || ServerAuditFormat.Matches(line, time.Range.Length)
            : char.IsAsciiLetter((char)line[time.Range.Start]) && ApacheError.TryParse(line, ref fields);
    }

    /// <summary>Nomad and Consul indent their lines, and LXC pads its name on the left. What has a time and a level is an entry all the same.</summary>
    private bool TryParseIndented(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        if (blanks is < 1 or > MaxPadding || !MayBeIndented(line, blanks) || !TryParse(line[blanks..], ref fields) || (!fields.HasLevel && blanks > MaxIndentationWithoutLevel))
        {
            return false;
        }

        fields.Shift(blanks);
        return true;
    }

    private static bool MayBeIndented(ReadOnlySpan<byte> line, int blanks) =>
        blanks <= MaxIndentation && IsoTimestamp.Match(line[blanks..]) > 0
        || ApplicationTime.Find(line[blanks..]).Prefix == ApplicationTimePrefix.Name;

    /// <summary>
    /// A clock time without a date begins an entry only where a level follows, or where it is in brackets or has a fraction: a text may
    /// begin with a time of day.
    /// </summary>
    private static bool IsClockHeader(ReadOnlySpan<byte> line, int end, bool isClosed) =>
        new HeaderScanner(line, end).FindLevel(out _) || (isClosed && end < line.Length);

    /// <summary>Time and level share the bracket: <c>[2025-01-24T07:00:30Z ERROR orders::db] message</c>, <c>[07:00:30 ERR] message</c>.</summary>
    private static void SkipClosingBracket(ReadOnlySpan<byte> line, int end, byte closing, ref LineFields fields)
    {
        int close = line[end..].IndexOf(closing);
        if (close >= 0 && fields.HasLevel)
        {
            int message = end + close + 1;
            int marks = line[message..].IndexOfAnyExcept(": "u8);
            fields.Message = ByteRange.Between(marks < 0 ? line.Length : message + marks, line.Length);
        }
    }

    /// <summary>PM2, for one, writes a time before each line of a stack trace: <c>2025-01-24T07:00:30:     at pay (pay.js:17:3)</c>.</summary>
    private static bool IsFrame(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart((byte)':');
        ReadOnlySpan<byte> text = rest.TrimStart(" \t"u8);
        return rest.Length - text.Length > 2 && text.StartsWith("at "u8);
    }

    private static bool TakeWithoutLevel(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        PostgresLine postgres = PostgresHeader.Find(line, end, out LogLevel level, out int message);
        if (postgres != PostgresLine.None || CiscoMnemonic.TryFind(line, end, out level, out message))
        {
            fields.ContinuesEntry = postgres == PostgresLine.Part;
            fields.HasLevel = true;
            fields.Level = level;
            fields.Message = ByteRange.Between(message, line.Length);
            return true;
        }

        LineFields other = default;
        foreach (LogFormat format in LogFormats.LikeApplications(line))
        {
            if (format.TryParse(line, ref other))
            {
                return false;
            }
        }

        fields.ContinuesEntry = IsFrame(line[end..]);
        fields.LevelFollows = fields.Message.IsEmpty || JavaLoggingLevel.IsHeader(line, end);
        FindResponse(line, ref fields);
        return true;
    }
}
