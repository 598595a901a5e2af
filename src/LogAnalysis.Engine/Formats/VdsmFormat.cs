using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>oVirt's host agent: <c>MainThread::ERROR::2011-12-05 07:04:56,300::vdsm::74::vds::(run) message</c>.</summary>
internal sealed class VdsmFormat() : LogFormat(
    "vdsm",
    "oVirt VDSM: thread, level, time, module, line, logger, each behind two colons",
    "MainThread::ERROR::2025-01-24 07:00:30,139::vdsm::74::vds::(run) could not reach the database")
{
    /// <summary>Module, source line and logger are between the time and the message.</summary>
    private const int FieldsBeforeMessage = 3;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => " ";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int level = line.IndexOf("::"u8) + 2;
        int length = level < 3 ? -1 : line[level..].IndexOf("::"u8);
        if (length <= 0 || !LevelNames.TryParseCapitals(line.Slice(level, length), out LogLevel parsed))
        {
            return false;
        }

        int time = level + length + 2;
        int timeLength = IsoTimestamp.Match(line[time..]);
        if (timeLength == 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = parsed;
        fields.Timestamp = new ByteRange(time, timeLength);
        int message = time + timeLength;
        for (int field = 0; field <= FieldsBeforeMessage && line[message..].IndexOf("::"u8) is >= 0 and int next; field++)
        {
            message += next + 2;
        }

        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }
}
