using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The logs of Zabbix' server, proxy and agents: process, padded with spaces, date, time to milliseconds, message. They have no levels.</summary>
/// <remarks>Source: Zabbix, <c>zbx_log_impl</c>: <c>%6li:%.4d%.2d%.2d:%.2d%.2d%.2d.%03ld </c>.</remarks>
internal sealed class ZabbixFormat() : LogFormat(
    "zabbix",
    "Zabbix server, proxy and agents: process, date, time, message",
    " 12345:20250124:070030.139 cannot connect to the database")
{
    private const int MaxPadding = 5;
    private const int TimeLength = 19;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.Everything;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + " ";

    /// <inheritdoc/>
    internal override string NeededMarks => ":.";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        int digits = blanks is < 0 or > MaxPadding ? 0 : DigitReader.CountLeading(line[blanks..]);
        int time = blanks + digits + 1;
        int end = time + TimeLength;
        if (digits is 0 or > 8 || end >= line.Length || line[time - 1] != ':' || line[time + 8] != ':' || line[end] != ' ' || BasicTimestamp.Match(line[time..end]) != TimeLength)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = ByteRange.Between(time, end);
        fields.Message = ByteRange.Between(end + 1, line.Length);
        return true;
    }
}
