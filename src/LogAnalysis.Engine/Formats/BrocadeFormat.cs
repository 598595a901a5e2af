using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Messages of Fabric OS switches: time, message in brackets, number, where it is from, severity, switch, text, with commas between them.</summary>
/// <remarks>Source: Brocade, "Fabric OS Message Reference", RASLog messages: INFO, WARNING, ERROR, CRITICAL.</remarks>
internal sealed class BrocadeFormat() : LogFormat(
    "brocade",
    "Brocade Fabric OS: time, message, number, severity, switch, text, with commas between them",
    "2025/01/24-07:00:30, [FW-1424], 123, FID 128, WARNING, sw1, the switch is not healthy")
{
    private const int MaxFields = 4;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => "[],";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int comma = line.IndexOf(", ["u8);
        int close = comma <= 0 ? -1 : line[comma..].IndexOf("], "u8);
        if (close < 0 || LeadingTimestamp.Match(line, out bool hasDate) != comma || !hasDate)
        {
            return false;
        }

        int at = comma + close + "], ".Length;
        for (int field = 0; field < MaxFields; field++)
        {
            int length = line[at..].IndexOf(", "u8);
            if (length < 0)
            {
                return false;
            }

            if (LevelNames.TryParseCapitals(line.Slice(at, length), out LogLevel level))
            {
                fields = default;
                fields.HasLevel = true;
                fields.Level = level;
                fields.Timestamp = new ByteRange(0, comma);
                fields.Message = ByteRange.Between(at + length + 2, line.Length);
                return true;
            }

            at += length + 2;
        }

        return false;
    }
}
