using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The time of a line of an application: at its beginning, in brackets, or behind what some write before it.</summary>
/// <param name="Range">The time; empty if the line has none.</param>
/// <param name="Closing">The bracket that closes it; 0 if it is in none.</param>
/// <param name="HasDate">Whether it has a date.</param>
/// <param name="Prefix">What is before it.</param>
internal readonly record struct ApplicationTime(ByteRange Range, byte Closing, bool HasDate, ApplicationTimePrefix Prefix)
{
    private const int MaxNameLength = 64;
    private const int MaxPadding = 16;
    private const int MaxMarks = 3;
    private const int YearLength = 4;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.@/[]#$:"u8);

    /// <summary>With what some mark lines before their time.</summary>
    private static ReadOnlySpan<byte> MarkBytes => "*.<>!#=-"u8;

    /// <summary>Whether the line begins with a bracket in which the time is.</summary>
    public bool IsBracketed => Closing != 0;

    /// <summary>Finds the time of a line.</summary>
    public static ApplicationTime Find(ReadOnlySpan<byte> line)
    {
        bool isWord = char.IsAsciiLetter((char)line[0]);
        if (isWord && line.Length > 3 && line[3] == ' ' && IsSyslog(line))
        {
            return default;
        }

        int start = SkipPrefix(line, out ApplicationTimePrefix prefix);
        if (start == 0 && line[0] is (byte)'>' or (byte)'!' or (byte)'#' or (byte)'=' or (byte)'-')
        {
            return default;
        }

        byte closing = start == line.Length ? (byte)0 : line[start] switch
        {
            (byte)'[' => (byte)']',
            (byte)'(' => (byte)')',
            (byte)'<' => (byte)'>',
            _ => (byte)0,
        };
        start = closing == 0 ? start : SkipName(line, start + 1);
        int length = MatchTime(line[start..], mayLackYear: closing != 0 || prefix == ApplicationTimePrefix.Mark, out bool hasDate);
        if (length == 0 && prefix == ApplicationTimePrefix.None && !isWord)
        {
            hasDate = true;
            length = DayMonthTimestamp.Match(line[start..]);
        }

        closing = closing != 0 && IsDateAlone(line, start, length, closing) ? (byte)0 : closing;
        return length > 0 ? new ApplicationTime(new ByteRange(start, length), closing, hasDate, prefix)
            : isWord ? FindBehindName(line)
            : default;
    }

    /// <summary>Whether only the date is in the bracket: <c>[2025-01-24] 07:00:30</c>.</summary>
    private static bool IsDateAlone(ReadOnlySpan<byte> line, int start, int length, byte closing) =>
        line.Slice(start, length).Contains(closing) && (start + length == line.Length || line[start + length] != closing);

    /// <summary>Most lines with such a time: they need not be looked at for any other.</summary>
    private static bool IsSyslog(ReadOnlySpan<byte> line) => BsdTimestamp.Match(line) is > 0 and int time && time < line.Length && line[time] == ' ';

    /// <summary>In brackets, behind a mark, or with a dash, slash or colon, a time may lack the year; otherwise such a time is that of syslog.</summary>
    private static int MatchTime(ReadOnlySpan<byte> text, bool mayLackYear, out bool hasDate)
    {
        int length = LeadingTimestamp.Match(text, out hasDate);
        if (length > 0 || text.Length < 5 || (text[3] is not ((byte)' ' or (byte)'-' or (byte)'/') && text[4] != ' '))
        {
            return length;
        }

        hasDate = true;
        int yearless = BsdTimestamp.Match(text);
        return mayLackYear || text[3] is (byte)'-' or (byte)'/' || (yearless < text.Length && text[yearless] == ':') ? yearless : 0;
    }

    private static int SkipPrefix(ReadOnlySpan<byte> line, out ApplicationTimePrefix prefix)
    {
        int process = SkipProcess(line);
        prefix = process > 0 ? ApplicationTimePrefix.Process : ApplicationTimePrefix.None;
        return process > 0 ? process : SkipMark(line, ref prefix);
    }

    /// <summary>
    /// Some write the number of the process, thread or session before the time: <c>[1] 2025/01/24 07:00:30.139632 [INF] message</c>, the setup of SQL Server
    /// <c>(01) 2025-01-24 07:00:30 Slp: message</c>, FileZilla Server <c>(000012)24.01.2025 07:00:30 - message</c>.
    /// </summary>
    private static int SkipProcess(ReadOnlySpan<byte> line)
    {
        int digits = line[0] is (byte)'[' or (byte)'(' ? DigitReader.CountLeading(line[1..]) : 0;
        bool isNumber = digits is > 0 and < 8 && line[(digits + 1)..].StartsWith(line[0] == '[' ? "] "u8 : ")"u8);
        return !isNumber ? 0 : digits + 2 < line.Length && line[digits + 2] == ' ' ? digits + 3 : digits + 2;
    }

    /// <summary>
    /// Cisco's devices number their messages, and mark times of a clock that is not set or not synchronised: <c>000125: *Jan 24 07:00:30.139:</c>. Others mark what
    /// a line is before a time that has a date: WinSCP <c>&gt; 2025-01-24 07:00:30.139 message</c>, scripts <c>*** 2025-01-24 07:00:30 message</c>.
    /// </summary>
    private static int SkipMark(ReadOnlySpan<byte> line, ref ApplicationTimePrefix prefix)
    {
        int marks = MarkBytes.Contains(line[0]) ? line.IndexOfAnyExcept(line[0]) : 0;
        if (marks is > 0 and <= MaxMarks && marks + 1 < line.Length && line[marks] == ' ' && DigitReader.CountLeading(line[(marks + 1)..]) is > 0 and <= YearLength)
        {
            prefix = ApplicationTimePrefix.Process;
            return marks + 1;
        }

        int digits = line[0] is >= (byte)'0' and <= (byte)'9' ? DigitReader.CountLeading(line) : 0;
        int start = digits is > 0 and < 10 && line[digits..].StartsWith(": "u8) ? digits + 2 : 0;
        bool isMark = start + 1 < line.Length && line[start] is (byte)'*' or (byte)'.' && char.IsAsciiLetterUpper((char)line[start + 1]);
        prefix = isMark || start > 0 ? ApplicationTimePrefix.Mark : prefix;
        return isMark ? start + 1 : start;
    }

    /// <summary>Some write their name into the bracket of the time: <c>[otel.javaagent 2025-01-24 07:00:30:139 +0000] INFO message</c>,
    /// <c>[main 2025-01-24T07:00:30.139Z] message</c>.</summary>
    private static int SkipName(ReadOnlySpan<byte> line, int at)
    {
        ReadOnlySpan<byte> near = line[at..Math.Min(line.Length, at + MaxNameLength)];
        int blank = near.IndexOf((byte)' ');
        int start = at + blank + 1;
        int length = blank > 0 && char.IsAsciiLetter((char)near[0]) ? IsoTimestamp.Match(line[start..]) : 0;
        bool isName = length > 0 && (near[..blank].Contains((byte)'.') || (line[(start + length)..].StartsWith("] "u8) && !LevelNames.TryParse(near[..blank], out _)));
        return isName ? start : at;
    }

    /// <summary>A host or program before the time: <c>web1 2025-01-24 07:00:30 WARN message</c>. A word before a number is no name.</summary>
    private static ApplicationTime FindBehindName(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxNameLength)];
        int name = near.IndexOf((byte)' ');
        int blanks = name < 2 ? -1 : line[name..].IndexOfAnyExcept((byte)' ');
        int start = name + blanks;
        if (blanks is < 1 or > MaxPadding || !char.IsAsciiDigit((char)line[start]))
        {
            return default;
        }

        int length = MatchWithYear(line[start..]);
        ReadOnlySpan<byte> word = line[..name];
        bool isName = length > 0 && word[^1] != ':' && word is not [_, (byte)'.'] && !word.ContainsAnyExcept(NameBytes) && !LevelNames.TryParse(word.Trim("[]"u8), out _)
            && !LevelNames.TryParse(word[(word.LastIndexOf((byte)':') + 1)..], out _);
        return isName ? new ApplicationTime(new ByteRange(start, length), 0, HasDate: true, ApplicationTimePrefix.Name) : default;
    }

    private static int MatchWithYear(ReadOnlySpan<byte> text) => DigitReader.CountLeading(text) switch
    {
        1 or 2 or 4 => IsoTimestamp.Match(text) is > 0 and int iso ? iso : CalendarTimestamp.Match(text),
        8 or 14 => BasicTimestamp.Match(text),
        _ => 0,
    };
}
