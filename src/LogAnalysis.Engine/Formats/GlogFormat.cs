using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Google's log libraries: a letter for the level, month and day, clock time, thread, source line.</summary>
/// <remarks>Source: google/glog and kubernetes/klog: <c>Lmmdd hh:mm:ss.uuuuuu threadid file:line] msg</c>.</remarks>
internal sealed class GlogFormat() : LogFormat(
    "glog",
    "glog, klog (Kubernetes components), TensorFlow: a level letter, then month and day",
    "E0124 07:00:30.139632 1952452992 orders.cc:253] Could not reach the database")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.LevelLetters;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int length = !LevelNames.TryParseLetter(line[..1], out LogLevel level) ? 0 : CompactTimestamp.MatchGlog(line[1..]);
        int close = length == 0 ? -1 : line.IndexOf("] "u8);
        if (close < 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(1, length);
        fields.Message = ByteRange.Between(close + 2, line.Length);
        return true;
    }
}
