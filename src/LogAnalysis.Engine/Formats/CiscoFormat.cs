using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// A message of a Cisco device, as <c>show logging</c> prints it, that has the time since the start or none, or something before the time: with a
/// date in front, it is read as an application's.
/// </summary>
/// <remarks>Source: Cisco IOS System Message Guide; "Configuring System Message Logs", <c>service timestamps log uptime</c>.</remarks>
internal sealed class CiscoFormat() : LogFormat(
    "cisco",
    "Cisco's messages with the time since the start or none, and with a node or task before the time: name and severity",
    "1w2d: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to down")
{
    private const int MaxUptimeLength = 20;

    private static readonly SearchValues<byte> UptimeBytes = SearchValues.Create("0123456789:.ywdhms"u8);

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "%*:RL";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] is (byte)'*' or (byte)':' or (byte)'R' or (byte)'L')
        {
            return TryParseNamed(line, ref fields);
        }

        int digits = DigitReader.CountLeading(line);
        int start = digits > 0 && line[digits..].StartsWith(": "u8) ? digits + 2 : 0;
        ReadOnlySpan<byte> near = line[start..Math.Min(line.Length, start + MaxUptimeLength)];
        int name = near.IndexOf((byte)'%');
        bool isUptime = name == 0 || (name > 2 && near[..name].EndsWith(": "u8) && !near[..(name - 1)].ContainsAnyExcept(UptimeBytes));
        if (!isUptime || !CiscoMnemonic.TryFind(line, start + name, out LogLevel level, out int message) || message != start + name)
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(message, line.Length));
        return true;
    }

    /// <summary>
    /// A node of IOS XR or a task of a wireless controller before the time, or a colon in NX-OS: <c>RP/0/RSP0/CPU0:Jan 24 07:00:30.139 UTC: ifmgr[257]: %...</c>,
    /// <c>*spamApTask1: Jan 24 07:00:30.139: %...</c>, <c>: 2025 Jan 24 07:00:30 UTC: %...</c>.
    /// </summary>
    private static bool TryParseNamed(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = line[0] switch
        {
            (byte)'*' => line.IndexOf(": "u8) + 2,
            (byte)':' => 2,
            _ when line.StartsWith("RP/"u8) || line.StartsWith("LC/"u8) => line.IndexOf((byte)':') + 1,
            _ => 0,
        };
        if (start < 2 || start >= line.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> text = line[start..];
        int time = BsdTimestamp.Match(text) is > 0 and int yearless ? yearless : CalendarTimestamp.Match(text);
        if (time == 0 || !CiscoMnemonic.TryFind(line, start + time, out LogLevel level, out int message))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }
}
