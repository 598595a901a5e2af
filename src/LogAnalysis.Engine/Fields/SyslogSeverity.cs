using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The severities of syslog, which systemd and journald share.</summary>
/// <remarks>Source: RFC 5424, section 6.2.1; <c>sd-daemon(3)</c>.</remarks>
internal static class SyslogSeverity
{
    /// <summary>The least serious one.</summary>
    public const int Max = 7;

    private const int MaxPriorityLength = 3;

    private static readonly WordTable<bool> Facilities = new((true,
        "kern kernel system0 system1 system2 system3 system4 system5 user mail daemon auth security syslog lpr news uucp cron clock authpriv ftp ntp audit console local0 local1 local2 local3 local4 local5 local6 local7"));

    private static readonly WordTable<LogLevel> VmwareNames = new(
        (LogLevel.Debug, "Db De"),
        (LogLevel.Information, "In"),
        (LogLevel.Notice, "No"),
        (LogLevel.Warning, "Wa"),
        (LogLevel.Error, "Er"),
        (LogLevel.Critical, "Cr Al Em"));

    /// <summary>The level that a severity from 0 to 7 stands for.</summary>
    public static LogLevel ToLevel(int severity) => severity switch
    {
        <= 2 => LogLevel.Critical,
        3 => LogLevel.Error,
        4 => LogLevel.Warning,
        5 => LogLevel.Notice,
        6 => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    /// <summary>Whether a word names a facility.</summary>
    public static bool IsFacility(ReadOnlySpan<byte> word) => Facilities.Contains(word);

    /// <summary>
    /// Whether a word names facility and severity, as <c>daemon.err</c> in what BusyBox and OpenWrt write, <c>daemon:crit</c> and
    /// <c>auth|security:info</c> in AIX.
    /// </summary>
    public static bool TryParseSelector(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int point = word.IndexOfAny((byte)'.', (byte)':');
        level = LogLevel.Unknown;
        return point > 0 && point + 1 < word.Length && Facilities.Contains(FirstOf(word[..point])) && LevelNames.TryParse(FirstOf(word[(point + 1)..]), out level);
    }

    /// <summary>The first of two names for the same: <c>warn|warning</c>.</summary>
    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> names)
    {
        int bar = names.IndexOf((byte)'|');
        return bar < 0 ? names : names[..bar];
    }

    /// <summary>
    /// Whether a word is a priority as VMware writes it: two letters of its severity, and a number, which does not mean the same everywhere:
    /// <c>Er(3)</c>, <c>In(14)</c>, <c>Wa(03)</c>.
    /// </summary>
    public static bool TryParseVmware(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return word.Length is >= 5 and <= 7 && word[2] == '(' && word[^1] == ')' && DigitReader.IsNumber(word[3..^1]) && VmwareNames.TryFind(word[..2], out level);
    }

    /// <summary>The length of a priority such as <c>&lt;11&gt;</c> at the beginning of a line; 0 if there is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="level">Receives the level that its severity stands for.</param>
    public static int Match(ReadOnlySpan<byte> line, out LogLevel level)
    {
        level = LogLevel.Unknown;
        if (line[0] != '<')
        {
            return 0;
        }

        int digits = DigitReader.CountLeading(line[1..]);
        if (digits is 0 or > MaxPriorityLength || digits + 1 >= line.Length || line[digits + 1] != '>' || !DigitReader.TryRead(line, 1, digits, out int priority))
        {
            return 0;
        }

        level = ToLevel(priority & 7);
        return digits + 2;
    }
}
