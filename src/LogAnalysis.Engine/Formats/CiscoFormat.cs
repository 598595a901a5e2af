using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// A message in the buffer of a Cisco device, as <c>show logging</c> prints it, that has the time since the start or none: with a date, it
/// is read as an application's.
/// </summary>
/// <remarks>Source: Cisco IOS System Message Guide; "Configuring System Message Logs", <c>service timestamps log uptime</c>.</remarks>
internal sealed class CiscoFormat() : LogFormat(
    "cisco",
    "Cisco's buffered messages with the time since the start or none: name and severity",
    "1w2d: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to down")
{
    private const int MaxUptimeLength = 20;

    private static readonly SearchValues<byte> UptimeBytes = SearchValues.Create("0123456789:.ywdhms"u8);

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "%";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line);
        int start = digits > 0 && line[digits..].StartsWith(": "u8) ? digits + 2 : 0;
        ReadOnlySpan<byte> near = line[start..Math.Min(line.Length, start + MaxUptimeLength)];
        int name = near.IndexOf((byte)'%');
        bool isUptime = name == 0 || (name > 2 && near[..name].EndsWith(": "u8) && !near[..(name - 1)].ContainsAnyExcept(UptimeBytes));
        if (!isUptime || !CiscoMnemonic.TryFind(line, start + name, out LogLevel level, out int message) || message != start + name)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }
}
