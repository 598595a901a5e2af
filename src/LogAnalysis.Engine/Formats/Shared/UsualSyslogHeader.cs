using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The header that most lines of syslog have, in which there is no doubt what is what: perhaps a priority, the time of tradition or that of ISO 8601 with an
/// offset, host, program, perhaps its process, a colon: <c>Jan 24 07:00:30 web1 orders[314]: </c>.
/// </summary>
/// <param name="Timestamp">The time.</param>
/// <param name="HasLevel">Whether there is a priority.</param>
/// <param name="Level">The level that it stands for.</param>
/// <param name="Message">Where the message begins, which does so with a letter.</param>
internal readonly record struct UsualSyslogHeader(ByteRange Timestamp, bool HasLevel, LogLevel Level, int Message)
{
    private const int MaxLength = 120;
    private const int MinIsoLength = 20;

    private static readonly SearchValues<byte> ProgramBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./"u8);

    /// <summary>Finds it.</summary>
    /// <returns>Whether a line has it; false for any other line, of syslog or not.</returns>
    public static bool TryMatch(ReadOnlySpan<byte> line, out UsualSyslogHeader header)
    {
        header = default;
        bool isIso = char.IsAsciiDigit((char)line[0]);
        int start = SyslogSeverity.Match(line, out LogLevel level);
        int time = isIso ? MatchIso(line) : BsdTimestamp.IsUsual(line[start..]) ? BsdTimestamp.UsualLength : 0;
        int host = start + time + 1;
        int message = time == 0 ? 0 : FindMessage(line, host, isIso);
        header = new UsualSyslogHeader(new ByteRange(start, time), start > 0, level, message);
        return message > 0;
    }

    /// <summary>The length of a time with an offset and a blank behind it. One with nanoseconds may be that of a container's runtime.</summary>
    private static int MatchIso(ReadOnlySpan<byte> line)
    {
        int time = line.Length > MinIsoLength && line[10] == 'T' ? IsoTimestamp.Match(line) : 0;
        bool isUsual = time >= MinIsoLength && time < line.Length && line[time] == ' ' && SyslogFormat.HasOffset(line[..time]) && !IsoTimestamp.HasNanoseconds(line);
        return isUsual ? time : 0;
    }

    private static int FindMessage(ReadOnlySpan<byte> line, int start, bool isIso)
    {
        ReadOnlySpan<byte> near = line[start..Math.Min(line.Length, start + MaxLength)];
        int host = near.IndexOfAnyExcept(NameBytes.All);
        if (host < 2 || near[host] != ' ' || !char.IsAsciiLetter((char)near[0]) || IsOther(near[..host]))
        {
            return 0;
        }

        int program = host + 1;
        int length = near[program..].IndexOfAnyExcept(ProgramBytes);
        if (length < 2 || !char.IsAsciiLetter((char)near[program]) || (isIso && LevelNames.TryParse(near.Slice(program, length), out _)))
        {
            return 0;
        }

        int colon = SkipProcess(near, program + length);
        int message = start + colon + 2;
        return colon > 0 && near[colon..].StartsWith(": "u8) && message < line.Length && char.IsAsciiLetter((char)line[message]) ? message : 0;
    }

    /// <summary>What is in the host's place may be a level, or facility and severity.</summary>
    private static bool IsOther(ReadOnlySpan<byte> host) => LevelNames.TryParse(host, out _) || SyslogSeverity.TryParseSelector(host, out _);

    private static int SkipProcess(ReadOnlySpan<byte> near, int at)
    {
        if (near[at] != '[')
        {
            return at;
        }

        int digits = DigitReader.CountLeading(near[(at + 1)..]);
        int close = at + 1 + digits;
        return digits > 0 && close < near.Length && near[close] == ']' ? close + 1 : 0;
    }
}
