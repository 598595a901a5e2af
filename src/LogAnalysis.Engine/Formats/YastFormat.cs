using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>YaST and zypper: time, a number for the level in angle brackets, host and process, component, source, message.</summary>
/// <remarks>Source: libycp, <c>y2log</c>: 0 is for debugging, 1 a milestone, 2 a warning, 3 an error, 4 security, 5 internal.</remarks>
internal sealed class YastFormat() : LogFormat(
    "yast",
    "YaST and zypper: time, a number for the level in angle brackets, host and process",
    "2025-01-24 07:00:30 <3> host1(314) [zypp] Repository.cc(refresh):74 Could not read the repository")
{
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
        int level = time + " <".Length;
        if (time == 0 || level + 2 >= line.Length || !line[time..].StartsWith(" <"u8) || line[level] is < (byte)'0' or > (byte)'5' || !line[(level + 1)..].StartsWith("> "u8))
        {
            return false;
        }

        var words = new WordReader(line, level + "3> ".Length);
        ReadOnlySpan<byte> host = words.Next().Of(line);
        ByteRange component = words.Next();
        int open = host.IndexOf((byte)'(');
        if (open <= 0 || host[^1] != ')' || !DigitReader.IsNumber(host[(open + 1)..^1]) || component.IsEmpty || line[component.Start] != '[')
        {
            return false;
        }

        ByteRange source = words.Next();
        fields = default;
        fields.HasLevel = true;
        fields.Level = line[level] switch
        {
            (byte)'0' => LogLevel.Debug,
            (byte)'1' => LogLevel.Information,
            (byte)'2' => LogLevel.Warning,
            (byte)'3' => LogLevel.Error,
            (byte)'4' => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        fields.Timestamp = new ByteRange(0, time);
        bool isSource = source.Of(line).Contains((byte)':');
        fields.Message = ByteRange.Between(Math.Min(isSource ? source.End + 1 : component.End + 1, line.Length), line.Length);
        return true;
    }
}
