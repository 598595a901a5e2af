using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>HAProxy's HTTP log, by itself or as the message of a syslog line.</summary>
/// <remarks>Source: HAProxy Configuration Manual, section 8.2.3, "HTTP log format".</remarks>
internal sealed class HaproxyFormat() : LogFormat(
    "haproxy",
    "HAProxy HTTP log, by itself or behind a syslog header",
    """192.0.2.7:33317 [24/Jan/2025:07:00:30.139] http-in static/srv1 10/0/30/69/109 503 2750 - - ---- 1/1/1/1/0 0/0 "GET /index.html HTTP/1.1" """)
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "abcdefABCDEF[:-";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int open = line.IndexOf(" ["u8);
        int close = open > 0 ? line.IndexOf("] "u8) : -1;
        if (open <= 0 || close < open || !(ClientAddress.Matches(line[..open]) || line.StartsWith("-:"u8)))
        {
            return false;
        }

        var words = new WordReader(line, close + 1);
        words.Next();
        ByteRange backend = words.Next();
        ByteRange timers = words.Next();

        // Some log the name that was asked for there.
        timers = timers.Of(line).Contains((byte)'/') ? timers : words.Next();
        ByteRange status = words.Next();
        ByteRange bytes = words.Next();
        if (backend.Of(line).IndexOf((byte)'/') < 0 || timers.Of(line).Count((byte)'/') != 4 || status.Length is < 2 or > 3)
        {
            return false;
        }

        fields = default;
        fields.Client = ClientAddress.WithoutPort(line, new ByteRange(0, open));
        fields.Timestamp = ByteRange.Between(open + 2, close);
        fields.Bytes = Trim(line, bytes);
        fields.Duration = Trim(line, ByteRange.Between(timers.Start + timers.Of(line).LastIndexOf((byte)'/') + 1, timers.End));
        fields.DurationUnit = DurationUnit.Milliseconds;
        int request = line.IndexOf(" \""u8) + 2;
        int end = line.TrimEnd("\" "u8).Length;
        fields.Request = request > 2 && end > request ? ByteRange.Between(request, end) : default;
        fields.Message = fields.Request.IsEmpty ? ByteRange.Between(close + 2, line.Length) : fields.Request;

        // -1 stands for a request that got no response, by the client's doing.
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    /// <summary>A plus marks a value that was logged before its session ended.</summary>
    private static ByteRange Trim(ReadOnlySpan<byte> line, ByteRange number) =>
        number.Length > 1 && line[number.Start] == '+' ? new ByteRange(number.Start + 1, number.Length - 1) : number;
}
