using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// What traditional syslog has between time and message: host, perhaps facility and severity, program with its process id. Each may be
/// missing, and a level may be in the message.
/// </summary>
/// <remarks>Source: RFC 3164, section 4.1; BusyBox' <c>syslogd</c>; OpenWrt's <c>logread</c>; UniFi; VMware ESXi.</remarks>
internal static class SyslogHeader
{
    private static readonly WordTable<LogLevel> Severities = new(
        (LogLevel.Debug, "debug"),
        (LogLevel.Information, "info"),
        (LogLevel.Notice, "notice"),
        (LogLevel.Warning, "warning"),
        (LogLevel.Error, "err error"),
        (LogLevel.Critical, "crit alert emerg"));

    /// <summary>Reads the header.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">Where its time ends.</param>
    /// <param name="fields">Receives the message, and the level where there is none yet.</param>
    public static void Read(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        int message = SkipIdentifier(line, SkipTag(line, end, ref fields), ref fields);
        fields.Message = ByteRange.Between(message, line.Length);
        TakeLevel(line, end, ref fields);
    }

    /// <summary>Reads the level that the message has, or the mnemonic of a device in it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">Where its time ends.</param>
    /// <param name="fields">Has the message, and receives the level where there is none yet.</param>
    public static void TakeLevel(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        int message = fields.Message.Start;
        if (!fields.HasLevel && !TryTakeMnemonic(line, end, ref fields) && message < line.Length && line[message] != '{')
        {
            TakeLevelOfMessage(line, message, ref fields);
        }
    }

    /// <summary>Solaris writes an identifier, facility and severity before each message: <c>[ID 107833 kern.err] message</c>.</summary>
    private static int SkipIdentifier(ReadOnlySpan<byte> line, int message, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[message..];
        int close = text.StartsWith("[ID "u8) ? text.IndexOf("] "u8) : -1;
        bool isIdentifier = close > 0 && TakeSelector(text[(text[..close].LastIndexOf((byte)' ') + 1)..close], ref fields);
        return isIdentifier ? message + close + 2 : message;
    }

    /// <summary>Skips the host, facility and severity, and the program with its process id up to its colon.</summary>
    private static int SkipTag(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        var words = new WordReader(line, end);
        ByteRange host = words.Next();
        int message = Math.Min(host.End + 1, line.Length);
        if (TakeSelector(host.Of(line), ref fields))
        {
            return SkipProgram(line, message);
        }

        if (host.Of(line) is [(byte)'[', .., (byte)']'] && DigitReader.IsNumber(host.Of(line)[1..^1]))
        {
            return SkipBehindProcess(line, host.End, ref fields);
        }

        if (IsProgram(host.Of(line)))
        {
            return message;
        }

        // Key and value, or fields between bars: there is neither host nor program.
        if (host.Of(line).IndexOf("=\""u8) > 0 || host.Of(line).Contains((byte)'|'))
        {
            return host.Start;
        }

        ByteRange second = words.Next();
        bool isTaken = TakeSelector(second.Of(line), ref fields) || (IsProgram(words.Next().Of(line)) && TakeSeverity(second.Of(line), ref fields));
        return SkipProgram(line, isTaken ? Math.Min(second.End + 1, line.Length) : message);
    }

    /// <summary>
    /// The number of the process in the host's place, before host and program as Pacemaker and corosync write them, <c>[4711] db1 corosync notice  [TOTEM ] message</c>,
    /// or before the message as OpenSIPS does, <c>[4711] ERROR:core:main: message</c>,
    /// and SpamAssassin, <c>[4711] dbg: logger: message</c>.
    /// </summary>
    private static int SkipBehindProcess(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        var words = new WordReader(line, end);
        ByteRange host = words.Next();
        if (host.Of(line) is [.., (byte)':'])
        {
            return host.Start;
        }

        ByteRange program = words.Next();
        if (IsProgram(program.Of(line)))
        {
            return SkipProgram(line, program.Start);
        }

        ByteRange severity = words.Remaining.Of(line).StartsWith("["u8) ? program : words.Next();
        return words.Remaining.Of(line).StartsWith("["u8) && TakeSeverity(severity.Of(line), ref fields) ? words.Remaining.Start : host.Start;
    }

    private static int SkipProgram(ReadOnlySpan<byte> line, int at)
    {
        int colon = line[at..].IndexOf(": "u8);
        bool isTag = colon > 0 && !line.Slice(at, colon).Contains((byte)' ');
        return at + (isTag ? colon + 2 : HeaderProgram.MeasureTag(line[at..]));
    }

    /// <summary>A program in the host's place: <c>sshd[314]:</c>, <c>unbound[314:0]</c>, <c>kernel:</c>.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> name = word.TrimEnd((byte)':');
        int open = name.IndexOf((byte)'[');
        bool hasProcess = open > 0 && name[^1] == ']' && open + 2 < name.Length && char.IsAsciiDigit((char)name[open + 1]);
        return hasProcess || (name.Length == word.Length - 1 && name.Length > 1 && char.IsAsciiLetter((char)name[0]) && !name.Contains((byte)':') && !LevelNames.TryParse(name, out _));
    }

    /// <summary>F5 writes the severity alone before the program: <c>bigip1 warning tmm[4711]: message</c>.</summary>
    private static bool TakeSeverity(ReadOnlySpan<byte> word, ref LineFields fields)
    {
        if (!Severities.TryFind(word, out LogLevel level))
        {
            return false;
        }

        fields.Level = fields.HasLevel ? fields.Level : level;
        fields.HasLevel = true;
        return true;
    }

    /// <summary>FreeBSD writes it in angle brackets.</summary>
    private static bool TakeSelector(ReadOnlySpan<byte> word, ref LineFields fields)
    {
        word = word is [(byte)'<', .., (byte)'>'] ? word[1..^1] : word;
        if (!SyslogSeverity.TryParseSelector(word, out LogLevel level))
        {
            return false;
        }

        fields.Level = fields.HasLevel ? fields.Level : level;
        fields.HasLevel = true;
        return true;
    }

    private static bool TryTakeMnemonic(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        fields.HasLevel = CiscoMnemonic.TryFind(line, end, out LogLevel level, out int message);
        if (fields.HasLevel)
        {
            fields.Level = level;
            fields.Message = ByteRange.Between(message, line.Length);
        }

        return fields.HasLevel;
    }

    /// <summary>Aruba's CX switches write number and severity of an event between bars: <c>Event|401|LOG_ERR|AMM|1/1|message</c>.</summary>
    private static bool TryReadEvent(ReadOnlySpan<byte> message, out LogLevel level)
    {
        level = LogLevel.Unknown;
        if (!message.StartsWith("Event|"u8))
        {
            return false;
        }

        var cells = new WordReader(message, "Event|".Length, (byte)'|');
        cells.Next();
        ReadOnlySpan<byte> severity = cells.Next().Of(message);
        return severity.StartsWith("LOG_"u8) && LevelNames.TryParse(severity, out level);
    }

    private static void TakeLevelOfMessage(ReadOnlySpan<byte> line, int message, ref LineFields fields)
    {
        var header = new HeaderScanner(line, message);
        if (header.FindLevel(out LogLevel level, isMessage: true))
        {
            fields.HasLevel = true;
            fields.Level = level;
            return;
        }

        if (TryReadEvent(line[message..], out level))
        {
            fields.HasLevel = true;
            fields.Level = level;
            return;
        }

        PostgresLine postgres = PostgresHeader.Find(line, message, out level, out int start);
        if (postgres != PostgresLine.None)
        {
            fields.ContinuesEntry = postgres == PostgresLine.Part;
            fields.HasLevel = true;
            fields.Level = level;
            fields.Message = ByteRange.Between(start, line.Length);
        }
    }
}
