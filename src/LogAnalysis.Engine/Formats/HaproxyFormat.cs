using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>HAProxy's logs of HTTP and TCP, by themselves or as the message of a syslog line.</summary>
/// <remarks>
/// Source: HAProxy Configuration Manual, sections 8.2.2, "TCP log format", 8.2.3, "HTTP log format", 8.2.4, "HTTPS log format", and 8.2.5, "Error log format".
/// </remarks>
internal sealed class HaproxyFormat() : LogFormat(
    "haproxy",
    "HAProxy HTTP and TCP logs, by themselves or behind a syslog header",
    """192.0.2.7:33317 [24/Jan/2025:07:00:30.139] http-in static/srv1 10/0/30/69/109 503 2750 - - ---- 1/1/1/1/0 0/0 "GET /index.html HTTP/1.1" """)
{
    private const int HttpTimers = 5;
    private const int TcpTimers = 3;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "abcdefABCDEF[:-";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int open = line.IndexOf(" ["u8);
        int close = open > 0 ? line.IndexOf("] "u8) : -1;
        if (open <= 0 || close < open || !(ClientAddress.Matches(line[..open]) || line.StartsWith("-:"u8)))
        {
            return false;
        }

        fields = default;
        fields.Client = ClientAddress.WithoutPort(line, new ByteRange(0, open));
        fields.Timestamp = ByteRange.Between(open + 2, close);
        fields.Message = ByteRange.Between(close + 2, line.Length);
        var words = new WordReader(line, close + 1);
        ByteRange frontend = words.Next();
        ByteRange backend = words.Next();
        ByteRange timers = words.Next();

        // Some log the name that was asked for there.
        timers = timers.Of(line).Contains((byte)'/') ? timers : words.Next();
        int count = timers.Of(line).Count((byte)'/') + 1;
        if (backend.Of(line).IndexOf((byte)'/') >= 0 && count is HttpTimers or TcpTimers)
        {
            fields.Duration = Trim(line, ByteRange.Between(timers.Start + timers.Of(line).LastIndexOf((byte)'/') + 1, timers.End));
            fields.DurationUnit = DurationUnit.Milliseconds;
            return count == HttpTimers ? TakeResponse(line, ref words, ref fields) : TakeSession(line, ref words, ref fields);
        }

        // A connection failed before there was anything else to tell: frontend/listener: message.
        return frontend.Of(line) is [.., (byte)':'] && frontend.Of(line).Contains((byte)'/') && !backend.IsEmpty;
    }

    private static bool TakeResponse(ReadOnlySpan<byte> line, ref WordReader words, ref LineFields fields)
    {
        ByteRange status = words.Next();
        if (status.Length is < 2 or > 3)
        {
            return false;
        }

        fields.Bytes = Trim(line, words.Next());
        fields.Request = FindRequest(line, words.Position);
        fields.Message = fields.Request.Or(fields.Message);

        // -1 stands for a request that got no response, by the client's doing.
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    /// <summary>Bytes, and two letters that tell how the session ended.</summary>
    private static bool TakeSession(ReadOnlySpan<byte> line, ref WordReader words, ref LineFields fields)
    {
        fields.Bytes = Trim(line, words.Next());
        ByteRange end = words.Next();
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        return DigitReader.IsNumber(fields.Bytes.Of(line)) && end.Length == 2 && words.Next().Of(line).Contains((byte)'/');
    }

    /// <summary>The request is in the quotes after which a method follows; headers that were captured may hold quotes too.</summary>
    private static ByteRange FindRequest(ReadOnlySpan<byte> line, int from)
    {
        int last = -1;
        for (int at = from; line[at..].IndexOf(" \""u8) is >= 0 and int next;)
        {
            last = at + next + 2;
            if (HttpMethods.Match(line[last..]) > 0)
            {
                break;
            }

            at = last - 1;
        }

        int close = last < 0 ? -1 : QuotedText.FindEnd(line, last);
        int end = close < 0 ? line.TrimEnd("\" "u8).Length : close;
        return last > 0 && end > last ? ByteRange.Between(last, end) : default;
    }

    /// <summary>A plus marks a value that was logged before its session ended.</summary>
    private static ByteRange Trim(ReadOnlySpan<byte> line, ByteRange number) =>
        number.Length > 1 && line[number.Start] == '+' ? new ByteRange(number.Start + 1, number.Length - 1) : number;
}
