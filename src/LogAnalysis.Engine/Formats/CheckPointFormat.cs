using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The logs of Check Point's daemons: name, process and thread in brackets, host, time without a year in brackets, message.</summary>
/// <remarks>Source: Check Point, "Quantum Security Gateway", kernel and daemon debug: <c>fwd.elg</c>, <c>cpd.elg</c>, <c>vpnd.elg</c>.</remarks>
internal sealed class CheckPointFormat() : LogFormat(
    "check-point",
    "Logs of Check Point's daemons (fwd.elg, cpd.elg)",
    "[CPD 4711 4026]@gw1[24 Jan 07:00:30] could not connect to the management server")
{
    private const int MaxPrefixLength = 120;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]:";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxPrefixLength)];
        int host = near.IndexOf("]@"u8);
        int open = host < 0 ? -1 : near[host..].IndexOf((byte)'[');
        int start = host + open + 1;
        int time = open < 0 ? 0 : DayMonthTimestamp.Match(line[start..]);
        int end = start + time;
        if (time == 0 || end >= line.Length || line[end] != ']')
        {
            return false;
        }

        var header = new HeaderScanner(line, end + 1);
        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.HasLevel = header.FindLevel(out fields.Level);
        fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        return true;
    }
}
