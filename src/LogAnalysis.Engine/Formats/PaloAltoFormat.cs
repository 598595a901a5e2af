using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The logs of Palo Alto Networks' firewalls: fields with commas between them, of which one is the severity where the kind has one.</summary>
/// <remarks>Source: Palo Alto Networks, "Syslog Field Descriptions": time of receipt, serial number, type, subtype come first.</remarks>
internal sealed class PaloAltoFormat() : LogFormat(
    "pan-os",
    "Palo Alto Networks firewalls (PAN-OS): fields with commas between them",
    "1,2025/01/24 07:00:30,001234567890,SYSTEM,auth,0,2025/01/24 07:00:30,,auth-fail,,0,0,general,medium,\"the login of frank failed\"")
{
    private const int MaxFields = 60;

    private static readonly WordTable<bool> Types = new((true,
        "traffic threat system config hipmatch hip-match globalprotect userid user-id correlation auth authentication decryption url data wildfire tunnel sctp gtp iptag"));

    private static readonly WordTable<LogLevel> Severities = new(
        (LogLevel.Information, "informational"),
        (LogLevel.Notice, "low"),
        (LogLevel.Warning, "medium"),
        (LogLevel.Error, "high"),
        (LogLevel.Critical, "critical"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ",";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var words = new WordReader(line, 0, (byte)',');
        ByteRange first = words.Next();
        ByteRange time = words.Next();
        ByteRange serial = words.Next();
        ByteRange type = words.Next();
        if (first.Length > 2 || !DigitReader.IsNumber(first.Of(line)) || time.IsEmpty || IsoTimestamp.Match(time.Of(line)) != time.Length || serial.IsEmpty || !Types.Contains(type.Of(line)))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = time;
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        fields.Message = ByteRange.Between(type.Start, line.Length);
        for (int field = 0; field < MaxFields; field++)
        {
            ByteRange word = words.Next();
            if (word.IsEmpty)
            {
                break;
            }

            if (Severities.TryFind(word.Of(line), out LogLevel level))
            {
                fields.Level = level;
                break;
            }
        }

        return true;
    }
}
