using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Ceph's daemons: time, thread, a number for the level, message. The lower the number, the more it matters.</summary>
/// <remarks>Source: Ceph documentation, "Debugging and Logging": -1 is for errors, 0 for what is always logged, up to 20 for debugging.</remarks>
internal sealed class CephFormat() : LogFormat(
    "ceph",
    "Ceph daemons: time, thread, a number for the level",
    "2025-01-24T07:00:30.139+0000 7fd5eb670700 -1 monclient: could not authenticate")
{
    private const int MinThreadLength = 8;
    private const int MaxLevelLength = 2;
    private const int MinDetail = 10;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = IsoTimestamp.Match(line);
        if (time == 0 || time >= line.Length || line[time] != ' ')
        {
            return false;
        }

        var words = new WordReader(line, time);
        ReadOnlySpan<byte> thread = words.Next().Of(line);
        ByteRange level = words.Next();
        if (thread.Length < MinThreadLength || !HexReader.IsNumber(thread) || !thread.ContainsAnyInRange((byte)'a', (byte)'f') || level.Length is 0 or > MaxLevelLength)
        {
            return false;
        }

        bool isError = level.Of(line).SequenceEqual("-1"u8);
        if (!isError && !DigitReader.IsNumber(level.Of(line)))
        {
            return false;
        }

        DigitReader.TryRead(line, level.Start, isError ? 0 : level.Length, out int number);
        fields = default;
        fields.HasLevel = true;
        fields.Level = isError ? LogLevel.Error : number == 0 ? LogLevel.Information : number < MinDetail ? LogLevel.Debug : LogLevel.Trace;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = ByteRange.Between(Math.Min(level.End + 1, line.Length), line.Length);
        return true;
    }
}
