using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Early Hadoop and HDFS: <c>081109 203615 148 INFO dfs.DataNode: message</c>.</summary>
internal sealed class HadoopFormat() : LogFormat(
    "hadoop",
    "Early Hadoop and HDFS: date and time of six digits each",
    "081109 203615 148 ERROR dfs.DataNode: Could not read block blk_38865049064139660")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!CompactTimestamp.MatchesHadoop(line))
        {
            return false;
        }

        var header = new HeaderScanner(line, CompactTimestamp.HadoopLength);
        if (!header.FindLevel(out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(0, CompactTimestamp.HadoopLength);
        fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        return true;
    }
}
