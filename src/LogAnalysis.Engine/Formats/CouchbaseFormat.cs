using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Couchbase's cluster manager: component and level, time, process in one bracket, and the message glued to it.</summary>
/// <remarks>Source: Couchbase documentation, "Manage Logging", <c>ns_server</c>.</remarks>
internal sealed class CouchbaseFormat() : LogFormat(
    "couchbase",
    "Couchbase's cluster manager: component and level, time, process, message",
    "[ns_server:error,2025-01-24T07:00:30.139Z,ns_1@127.0.0.1:<0.1.0>:menelaus:loop:12]could not reach the node")
{
    private const int MaxNameLength = 48;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[:,]";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int comma = line[..Math.Min(line.Length, MaxNameLength)].IndexOf((byte)',');
        int colon = comma <= 0 ? -1 : line[..comma].LastIndexOf((byte)':');
        int time = comma + 1;
        int length = colon <= 1 ? 0 : IsoTimestamp.Match(line[time..]);
        int close = length == 0 ? -1 : line[time..].IndexOf((byte)']');
        if (close < 0 || line[time + length] != ',' || !LevelNames.TryParse(line[(colon + 1)..comma], out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(time, length);
        fields.Message = ByteRange.Between(time + close + 1, line.Length);
        return true;
    }
}
