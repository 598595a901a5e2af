using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The log of Oracle's listener: time, what was asked for, event, service, and a code that is 0 where it succeeded.</summary>
/// <remarks>Source: Oracle Database Net Services, "Listener Log File", "Listener Log Audit Trail".</remarks>
internal sealed class OracleListenerFormat() : LogFormat(
    "oracle-listener",
    "Oracle listener: time, connect data, event, service, return code",
    "24-JAN-2025 07:00:30 * (CONNECT_DATA=(SERVICE_NAME=orcl)) * (ADDRESS=(PROTOCOL=tcp)(HOST=192.0.2.7)(PORT=51210)) * establish * orcl * 12514")
{
    private const int MinFields = 3;
    private const int MaxCodeLength = 5;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.Everything;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int last = line.LastIndexOf(" * "u8);
        ReadOnlySpan<byte> code = last < 0 ? default : line[(last + 3)..].TrimEnd((byte)' ');
        if (!DigitReader.IsNumber(code) || code.Length > MaxCodeLength)
        {
            return false;
        }

        int time = LeadingTimestamp.Match(line, out bool hasDate);
        if (time == 0 || !hasDate || !line[time..].StartsWith(" * "u8) || CountFields(line[time..]) < MinFields)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, time);
        fields.HasLevel = true;
        fields.Level = code.ContainsAnyExcept((byte)'0') ? LogLevel.Error : LogLevel.Information;
        fields.Message = ByteRange.Between(time + 3, line.Length);
        return true;
    }

    private static int CountFields(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (text.IndexOf(" * "u8) is >= 0 and int next)
        {
            count++;
            text = text[(next + 2)..];
        }

        return count;
    }
}
