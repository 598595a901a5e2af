using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Squid's native access log.</summary>
/// <remarks>Source: Squid wiki, "Log files", <c>access.log</c>: <c>%ts.%03tu %6tr %>a %Ss/%03>Hs %&lt;st %rm %ru %[un %Sh/%&lt;a %mt</c>.</remarks>
internal sealed class SquidFormat() : LogFormat(
    "squid",
    "Squid's native access log",
    "1737702030.139    109 192.0.2.7 TCP_MISS/503 4023 GET http://www.example.com/ - HIER_DIRECT/198.51.100.5 text/html")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = EpochTimestamp.Match(line);
        if (time < 11 || line[10] != '.')
        {
            return false;
        }

        var words = new WordReader(line, time);
        ByteRange elapsed = words.Next();
        ByteRange client = words.Next();
        ByteRange result = words.Next();
        ByteRange bytes = words.Next();
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        int slash = result.Of(line).IndexOf((byte)'/');
        if (slash < 0 || result.Length - slash != 4 || url.IsEmpty || !IsResult(result.Of(line)[..slash]) || !DigitReader.TryRead(line, result.End - 3, 3, out _))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, time);
        fields.Client = client;
        fields.Bytes = bytes;
        fields.Method = method;
        fields.Url = url;
        fields.Duration = elapsed;
        fields.DurationUnit = DurationUnit.Milliseconds;
        fields.Message = ByteRange.Between(method.Start, line.Length);

        // 000 stands for no response: a tunnel, or a client that went away.
        fields.HasLevel = !StatusCode.TryRead(line[(result.End - 3)..result.End], out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    private static bool IsResult(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'A', (byte)'_');
}
