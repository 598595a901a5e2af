using System.Buffers;

namespace LogAnalysis.Fields;

/// <summary>
/// The name that network devices give to each kind of message, with its severity: <c>%LINK-3-UPDOWN</c>, <c>%ASA-2-106001</c>,
/// Juniper's <c>%DAEMON-4:</c> and <c>%-6-RT_FLOW:</c>, and Huawei's <c>%%01IFNET/4/LINK_STATE(l)</c>.
/// </summary>
/// <remarks>
/// Source: Cisco IOS System Message Guide, "How to Read System Messages"; Cisco ASA Series Syslog Messages; Juniper's
/// <c>explicit-priority</c>; Huawei, "Log Reference", log format. Severities are those of syslog.
/// </remarks>
internal static class CiscoMnemonic
{
    /// <summary>Sequence number, time and host may be before it.</summary>
    private const int Reach = 120;

    private const int MaxFacilityLength = 48;

    private static readonly SearchValues<byte> FacilityBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-/"u8);

    /// <summary>Looks for it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where its header begins, after the time.</param>
    /// <param name="level">Receives the level that the severity stands for.</param>
    /// <param name="message">Receives where the message begins, with the name.</param>
    public static bool TryFind(ReadOnlySpan<byte> line, int start, out LogLevel level, out int message)
    {
        ReadOnlySpan<byte> near = line[start..Math.Min(line.Length, start + Reach)];
        level = LogLevel.Unknown;
        message = 0;
        for (int at = near.IndexOf((byte)'%'); at >= 0 && at < near.Length;)
        {
            if ((at == 0 || near[at - 1] is (byte)' ' or (byte)'%') && TryReadSeverity(line[(start + at + 1)..], out int severity))
            {
                level = SyslogSeverity.ToLevel(severity);
                message = start + at - (at > 0 && near[at - 1] == '%' ? 1 : 0);
                return true;
            }

            int next = near[(at + 1)..].IndexOf((byte)'%');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>Reads <c>LINK-3-UPDOWN:</c>: facility, perhaps the part of it, severity, mnemonic. Juniper may leave out the first or the last.</summary>
    private static bool TryReadSeverity(ReadOnlySpan<byte> text, out int severity)
    {
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, MaxFacilityLength)];
        int length = near.IndexOfAnyExcept(FacilityBytes);
        ReadOnlySpan<byte> name = length < 0 ? near : near[..length];
        severity = -1;
        if (length > 2 && near[length] == ':' && name[^2] == '-' && name[^1] is >= (byte)'0' and <= (byte)'7' && char.IsAsciiLetterUpper((char)name[0]))
        {
            severity = name[^1] - '0';
            return true;
        }

        for (int at = name is [(byte)'-', ..] ? 0 : 1; at + 3 < name.Length; at++)
        {
            bool isSeverity = name[at] is (byte)'-' or (byte)'/' && name[at + 2] == name[at] && name[at + 1] is >= (byte)'0' and <= (byte)'7';
            if (isSeverity && char.IsAsciiLetterOrDigit((char)name[at + 3]) && !char.IsAsciiLetterLower((char)name[0]))
            {
                severity = name[at + 1] - '0';
                return true;
            }
        }

        return false;
    }
}
