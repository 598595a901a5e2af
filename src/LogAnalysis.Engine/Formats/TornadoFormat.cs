using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Tornado and Jupyter: a letter for the level, time and source in brackets, message.</summary>
/// <remarks>Source: Tornado, <c>tornado.log.LogFormatter</c>: <c>[%(levelname)1.1s %(asctime)s %(module)s:%(lineno)d] %(message)s</c>;
/// Jupyter Notebook before version 7 has no date.</remarks>
internal sealed class TornadoFormat() : LogFormat(
    "tornado",
    "Tornado and Jupyter: a level letter, time and source in brackets",
    "[E 250124 07:00:30 web:2271] 500 GET /orders/17 (192.0.2.7) 12.34ms")
{
    private const int TimeStart = 3;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < 20 || line[0] != '[' || line[2] != ' ')
        {
            return false;
        }

        bool hasLevel = LevelNames.TryParseLetter(line.Slice(1, 1), out LogLevel level);
        ReadOnlySpan<byte> rest = line[TimeStart..];
        int time = LeadingTimestamp.Match(rest, out bool hasDate);
        int close = time == 0 || !hasLevel ? -1 : line.IndexOf("] "u8);
        if (close < TimeStart + time)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = hasDate ? new ByteRange(TimeStart, time) : default;
        fields.Message = ByteRange.Between(close + 2, line.Length);
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }
}
