using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The header that most lines of traditional syslog have, in which there is no doubt what is what: time, host, program, perhaps its process, a colon:
/// <c>Jan 24 07:00:30 web1 orders[314]: </c>.
/// </summary>
internal static class UsualSyslogHeader
{
    private const int HostStart = BsdTimestamp.UsualLength + 1;
    private const int MaxLength = 120;

    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);
    private static readonly SearchValues<byte> ProgramBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./"u8);

    /// <summary>Where the message begins, which does so with a letter; 0 for any other line.</summary>
    public static int Match(ReadOnlySpan<byte> line)
    {
        if (!BsdTimestamp.IsUsual(line))
        {
            return 0;
        }

        ReadOnlySpan<byte> near = line[HostStart..Math.Min(line.Length, MaxLength)];
        int host = near.IndexOfAnyExcept(HostBytes);
        if (host < 2 || near[host] != ' ' || !char.IsAsciiLetter((char)near[0]) || IsOther(near[..host]))
        {
            return 0;
        }

        int program = host + 1;
        int length = near[program..].IndexOfAnyExcept(ProgramBytes);
        int colon = length < 2 || !char.IsAsciiLetter((char)near[program]) ? 0 : SkipProcess(near, program + length);
        int message = HostStart + colon + 2;
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
