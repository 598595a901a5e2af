using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Syslog, traditional and current: an optional priority, time, host, program, message. The priority's severity is the level;
/// without it, a level at the beginning of the message.
/// </summary>
/// <remarks>Source: RFC 3164, section 4.1; RFC 5424, section 6; rsyslog's <c>RSYSLOG_FileFormat</c>; <c>journalctl -o short</c>.</remarks>
internal sealed class SyslogFormat() : LogFormat(
    "syslog",
    "Syslog, RFC 3164 and RFC 5424, with and without priority; journalctl",
    "<11>Jan 24 07:00:30 web1 orders[314]: could not reach the database")
{
    /// <summary>The format, for code that knows it by the header of a line.</summary>
    public static readonly SyslogFormat Instance = new();

    private static readonly SearchValues<byte> NeverInNames = SearchValues.Create(":[]{}=|,\""u8);

    private static ReadOnlySpan<byte> Version => "1 "u8;

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        int end = fields.Timestamp.End;
        if (line[SyslogSeverity.Match(line, out _)..].StartsWith(Version) || HasStructuredData(line, end))
        {
            SyslogFields.ReadCurrent(line, end, sink);
        }
        else
        {
            SyslogFields.ReadTraditional(line, end, sink);
        }

        return true;
    }

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Letters + "<";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning is LineBeginning.Other or LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool RepeatsHeader => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!UsualSyslogHeader.TryMatch(line, out UsualSyslogHeader header))
        {
            return TryParseAny(line, ref fields);
        }

        TakeUsual(line, in header, ref fields);
        return true;
    }

    /// <summary>Recognises a line with any header.</summary>
    internal static bool TryParseAny(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SyslogSeverity.Match(line, out LogLevel level);
        bool hasPriority = start > 0;
        bool current = line[start..].StartsWith(Version);
        start += current ? Version.Length : 0;
        int end = MatchTime(line, start, hasPriority, current);
        if (end == 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = ByteRange.Between(start, end);
        fields.HasLevel = hasPriority;
        fields.Level = level;
        if (current || HasStructuredData(line, end))
        {
            fields.Message = ByteRange.Between(SkipHeader(line, end), line.Length);
        }
        else
        {
            bool isKnown = hasPriority || TakeVmwarePriority(line, end, ref fields);
            SyslogHeader.Read(line, end, ref fields);
            if (!isKnown)
            {
                TakeLevelInPlaceOfHost(line, end, ref fields);
            }
        }

        // The priority that a line of an access log was sent with is no level of it.
        RequestMessage.TryFind(line, fields.Message, hasLevel: false, ref fields);
        return true;
    }

    /// <summary>Takes a line whose header is known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="header">Its header.</param>
    /// <param name="fields">Receives its fields.</param>
    public static void TakeUsual(ReadOnlySpan<byte> line, in UsualSyslogHeader header, ref LineFields fields)
    {
        fields = default;
        fields.Timestamp = header.Timestamp;
        fields.HasLevel = header.HasLevel;
        fields.Level = header.Level;
        fields.Message = ByteRange.Between(header.Message, line.Length);
        SyslogHeader.TakeLevel(line, header.Timestamp.End, ref fields);
        RequestMessage.TryFind(line, fields.Message, hasLevel: false, ref fields);
    }

    /// <summary>ESXi writes the priority after two letters of its severity, in the host's place: <c>Er(3)</c>, <c>In(14)</c>.</summary>
    private static bool TakeVmwarePriority(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        if (!SyslogSeverity.TryParseVmware(new WordReader(line, end).Next().Of(line), out LogLevel level))
        {
            return false;
        }

        fields.HasLevel = true;
        fields.Level = level;
        return true;
    }

    /// <summary>Not only syslog writes such times: <c>Jan 24 07:00:30.139 ERROR message</c>.</summary>
    private static void TakeLevelInPlaceOfHost(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        ReadOnlySpan<byte> first = new WordReader(line, end).Next().Of(line).Trim("[]"u8);
        if (LevelNames.TryParseCapitals(first, out LogLevel level))
        {
            var header = new HeaderScanner(line, end);
            header.FindLevel(out _);
            fields.HasLevel = true;
            fields.Level = level;
            fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        }
    }

    /// <summary>Where the time in the header of a syslog line ends; 0 if the line is none.</summary>
    internal static int MatchHeader(ReadOnlySpan<byte> line)
    {
        int priority = SyslogSeverity.Match(line, out _);
        bool current = line[priority..].StartsWith(Version);
        return MatchTime(line, priority + (current ? Version.Length : 0), priority > 0, current);
    }

    private static int MatchTime(ReadOnlySpan<byte> line, int start, bool hasPriority, bool current)
    {
        ReadOnlySpan<byte> rest = line[start..];
        int length = rest.Length > 3 && rest[3] == ' ' ? BsdTimestamp.Match(rest) : 0;
        if (length == 0)
        {
            length = hasPriority && current && rest.StartsWith("- "u8) ? 1 : IsoTimestamp.Match(rest);
            length = hasPriority || current || MatchesIso(line, length) ? length : 0;
        }

        int end = start + length;
        return length > 0 && end < line.Length && line[end] == ' ' ? end : 0;
    }

    /// <summary>
    /// Whether a line is what a syslog daemon writes with times of ISO 8601: time with offset, host, program and a colon. That of an
    /// application has a level in the host's place, or no program.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="time">The length of the time it begins with.</param>
    internal static bool MatchesIso(ReadOnlySpan<byte> line, int time)
    {
        if (time <= "2025-01-24T07:00:30".Length || line[10] != (byte)'T' || !HasOffset(line[..time]))
        {
            return false;
        }

        if (HasStructuredData(line, time))
        {
            return true;
        }

        var words = new WordReader(line, time);
        ReadOnlySpan<byte> host = words.Next().Of(line);
        ReadOnlySpan<byte> tag = words.Next().Of(line);
        bool isHost = !host.IsEmpty && char.IsAsciiLetterOrDigit((char)host[0]) && !host.ContainsAny(NeverInNames) && !LevelNames.TryParse(host, out _);
        return isHost && tag.Length > 1 && tag[^1] == ':' && char.IsAsciiLetter((char)tag[0]) && !tag[..tag.LastIndexOf(tag.Contains((byte)'[') ? (byte)'[' : (byte)':')].ContainsAny(NeverInNames)
            && !LevelNames.TryParse(tag[..^1], out _);
    }

    /// <summary>
    /// Whether host, program, process and message id follow a time, and then structured data: the header of RFC 5424, without its
    /// priority.
    /// </summary>
    private static bool HasStructuredData(ReadOnlySpan<byte> line, int time)
    {
        var words = new WordReader(line, time);
        ReadOnlySpan<byte> host = words.Next().Of(line);
        ReadOnlySpan<byte> program = words.Next().Of(line);
        ReadOnlySpan<byte> process = words.Next().Of(line);
        if (!process.SequenceEqual("-"u8) && !DigitReader.IsNumber(process))
        {
            return false;
        }

        words.Next();
        ReadOnlySpan<byte> data = words.Next().Of(line);
        bool named = !host.ContainsAny(NeverInNames) && !program.ContainsAny(NeverInNames) && !LevelNames.TryParse(host, out _);
        return named
            && (data.SequenceEqual("-"u8) || (data.Length > 1 && data[0] == '[' && words.Rest.Length > 1 && words.Rest.IndexOf("=\""u8) is >= 0 and < 60));
    }

    /// <summary>Whether a time of ISO 8601 says how far it is from UTC.</summary>
    internal static bool HasOffset(ReadOnlySpan<byte> time) => time[^1] == 'Z' || time.LastIndexOfAny("+-"u8) > "2025-01-24T".Length;

    /// <summary>Skips host, program, process and message id, and structured data, which is a dash or in brackets.</summary>
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

        at = at < line.Length && line[at] == ' ' ? at + 1 : at;
        return line[at..].StartsWith("\uFEFF"u8) ? at + 3 : at;
    }

    private static int SkipWord(ReadOnlySpan<byte> line, int at)
    {
        int length = at + 1 < line.Length ? line[(at + 1)..].IndexOf((byte)' ') : -1;
        return length < 0 ? line.Length : at + 1 + length;
    }
}
