using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>Messages with a request behind the address of its client, as web servers within applications write them.</summary>
/// <remarks>
/// Source: uvicorn, hypercorn, werkzeug and Jetty; OpenStack's WSGI server; the format short of morgan; Chi's <c>middleware.Logger</c>.
/// </remarks>
internal static class ClientRequest
{
    /// <summary>How far into a message the quote of a request line is looked for: only a client's address, and perhaps a time, is before it.</summary>
    private const int MaxPrefixLength = 120;

    /// <summary>Whether a message may be such a one, as far as its beginning tells.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> text) =>
        text[0] == '"' || char.IsAsciiDigit((char)text[0])
        || (ClientAddress.MayBegin(text) && (text[0] == ':' || text[..Math.Min(text.Length, MaxPrefixLength)].Contains((byte)'"')));

    /// <summary>Looks for a request and its status.</summary>
    public static bool TryFind(ReadOnlySpan<byte> line, int start, int end, bool mayHaveTime, ref LineFields fields)
    {
        int open = line[start..Math.Min(end, start + MaxPrefixLength)].IndexOf((byte)'"');
        int request = start + open + 1;
        if (open < 0 || HttpMethods.Match(line[request..end]) == 0)
        {
            return TryUnquoted(line, start, end, ref fields);
        }

        ByteRange time = mayHaveTime ? FindTime(line.Slice(start, open)) : default;
        if (!ClientAddress.MayPrecedeRequest(line.Slice(start, time.IsEmpty ? open : time.Start - " ["u8.Length)))
        {
            return false;
        }

        int close = line[request..end].IndexOf("\" "u8);
        if (close < 0 || !TryReadResponse(line, request, request + close + 1, end, ref fields))
        {
            return false;
        }

        fields.Timestamp = fields.Timestamp.Or(time.Shift(start));
        fields.Client = fields.Client.Or(ClientAddress.WithoutPortIfAny(line, new WordReader(line[..(request - 1)], start).Next()));
        return true;
    }

    /// <summary>The time in brackets directly before a request: <c>192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] </c>.</summary>
    private static ByteRange FindTime(ReadOnlySpan<byte> prefix)
    {
        int bracket = prefix.IndexOf(" ["u8);
        int length = bracket > 0 && prefix.EndsWith("] "u8) ? LeadingTimestamp.Match(prefix[(bracket + 2)..], out _) : 0;
        return length > 0 ? new ByteRange(bracket + 2, length) : default;
    }

    private static bool TryReadResponse(ReadOnlySpan<byte> line, int request, int at, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], at);
        ByteRange first = words.Next();
        if (first.Of(line).SequenceEqual("status:"u8))
        {
            return TryReadNamed(line, request, at, ref words, ref fields);
        }

        if (first.Of(line).SequenceEqual("from"u8))
        {
            return TryReadFrom(line, request, at, ref words, ref fields);
        }

        // The quote that ends the request is the first that has a status behind it.
        return StatusCode.TryRead(first.Of(line), out _) ? TakeResponse(line, request, at, end, ref fields) : RequestLine.Find(line, request - 1, end, ref fields) >= 0;
    }

    private static bool TakeResponse(ReadOnlySpan<byte> line, int request, int at, int end, ref LineFields fields)
    {
        fields.Request = ByteRange.Between(request, at - 1);
        return ResponseText.TryRead(line, at, end, ref fields);
    }

    /// <summary><c>"GET /x HTTP/1.1" status: 200 len: 1893 time: 0.24</c>.</summary>
    private static bool TryReadNamed(ReadOnlySpan<byte> line, int request, int at, ref WordReader words, ref LineFields fields)
    {
        bool isStatus = StatusCode.TryRead(words.Next().Of(line), out fields.Status);
        fields.Request = ByteRange.Between(request, at - 1);
        ByteRange length = words.Next().Of(line).SequenceEqual("len:"u8) ? words.Next() : default;
        fields.Bytes = DigitReader.IsNumber(length.Of(line)) ? length : default;
        fields.Duration = words.Next().Of(line).SequenceEqual("time:"u8) ? words.Next() : default;
        return isStatus;
    }

    /// <summary><c>"GET http://example.com/x HTTP/1.1" from 192.0.2.7:51210 - 200 512B in 1.2ms</c>.</summary>
    private static bool TryReadFrom(ReadOnlySpan<byte> line, int request, int at, ref WordReader words, ref LineFields fields)
    {
        fields.Client = ClientAddress.WithoutPortIfAny(line, words.Next());
        bool isStatus = words.Next().Of(line) is [(byte)'-'] && StatusCode.TryRead(words.Next().Of(line), out fields.Status);
        ByteRange size = words.Next();
        fields.Request = ByteRange.Between(request, at - 1);
        fields.Bytes = size.Of(line) is [.., (byte)'B'] && DigitReader.IsNumber(size.Of(line)[..^1]) ? new ByteRange(size.Start, size.Length - 1) : default;
        fields.Duration = words.Next().Of(line).SequenceEqual("in"u8) ? words.Next() : default;
        return isStatus;
    }

    /// <summary><c>192.0.2.7 - GET /x HTTP/1.1 200 512 - 2.3 ms</c>.</summary>
    private static bool TryUnquoted(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        ByteRange client = new WordReader(line[..end], start).Next();
        if (!ClientAddress.IsAddress(client.Of(line)))
        {
            return false;
        }

        int request = RequestLine.Find(line, client.End, end, ref fields);
        if (request < 0 || line[client.End..request].Trim((byte)' ').Count((byte)' ') > 1)
        {
            return false;
        }

        fields.Client = ClientAddress.WithoutPortIfAny(line, client);
        return true;
    }
}
