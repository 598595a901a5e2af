using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>
/// Messages with which web frameworks tell of a response: a status is at a fixed place of each, and nowhere else is one looked
/// for.
/// </summary>
/// <remarks>
/// Source: ASP.NET Core's <c>HostingRequestFinishedLog</c>; <c>Serilog.AspNetCore</c>'s request logging; Rails'
/// <c>ActionController::LogSubscriber</c>; the formats dev and tiny of morgan; Tornado's <c>log_request</c>; uvicorn and werkzeug;
/// OpenStack's WSGI server.
/// </remarks>
internal static class RequestMessage
{
    /// <summary>How far into a message the quote of a request line is looked for: only a client's address is before it.</summary>
    private const int MaxClientLength = 120;

    /// <summary>Looks for a status at the beginning of a message.</summary>
    /// <param name="line">The line.</param>
    /// <param name="message">Its message.</param>
    /// <param name="fields">Receives what the message tells of the response; untouched when the result is false.</param>
    public static bool TryFind(ReadOnlySpan<byte> line, ByteRange message, ref LineFields fields)
    {
        int start = SkipTags(line, message.Start);
        if (message.End - start < "GET / 200".Length)
        {
            return false;
        }

        ReadOnlySpan<byte> text = line[start..message.End];
        if (!MayBegin(text))
        {
            return false;
        }

        LineFields found = fields;
        bool isResponse = text[0] switch
        {
            (byte)'R' when text.StartsWith("Request finished "u8) => TryFinished(line, start + "Request finished ".Length, message.End, ref found),
            (byte)'C' when text.StartsWith("Completed "u8) => TryCompleted(line, start + "Completed ".Length, message.End, ref found),
            (byte)'H' when text.StartsWith("HTTP "u8) => TryResponded(line, start + "HTTP ".Length, message.End, ref found),
            >= (byte)'1' and <= (byte)'5' when text[3] == ' ' && HttpMethods.Match(text[4..]) > 0 => TryTornado(line, start, message.End, ref found),
            _ when HttpMethods.Match(text) > 0 => TryMethodFirst(line, start, message.End, ref found),
            _ => TryQuoted(line, start, message.End, ref found),
        };
        fields = isResponse ? found : fields;
        return isResponse;
    }

    /// <summary>Most messages are told from a response by their first bytes.</summary>
    private static bool MayBegin(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'R' => text.StartsWith("Request finished "u8) || HttpMethods.Match(text) > 0,
        (byte)'C' => text.StartsWith("Completed "u8) || HttpMethods.Match(text) > 0 || MayBeginQuoted(text),
        (byte)'H' => text.StartsWith("HTTP "u8) || HttpMethods.Match(text) > 0,
        (byte)'"' => true,
        _ when char.IsAsciiLetterUpper((char)text[0]) && HttpMethods.Match(text) > 0 => true,
        _ when ClientAddress.MayBegin(text[0]) => char.IsAsciiDigit((char)text[0]) || MayBeginQuoted(text),
        _ => false,
    };

    private static bool MayBeginQuoted(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, MaxClientLength)].Contains((byte)'"');

    /// <summary>Skips request ids and the like in brackets.</summary>
    private static int SkipTags(ReadOnlySpan<byte> line, int start)
    {
        while (start < line.Length && line[start] == '[' && line[start..].IndexOf("] "u8) is >= 0 and int close)
        {
            start += close + 2;
        }

        return start;
    }

    /// <summary><c>HTTP/1.1 GET http://localhost/x - 200 1234 text/html 12.3ms</c>, or formerly <c>in 12.3ms 200 text/html</c>.</summary>
    private static bool TryFinished(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], start);
        ByteRange first = words.Next();
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        if (first.Of(line).SequenceEqual("in"u8))
        {
            return Take(line, url, method, default, default, ref fields);
        }

        ByteRange before = default;
        for (ByteRange word = words.Next(); !word.IsEmpty; before = word, word = words.Next())
        {
            if (before.Of(line).SequenceEqual("-"u8) && StatusCode.TryRead(word.Of(line), out _))
            {
                fields.Bytes = Digits(line, words.Next());
                int last = line[..end].TrimEnd((byte)' ').LastIndexOf((byte)' ') + 1;
                return Take(line, word, ByteRange.Between(last, end), method, url, ref fields);
            }
        }

        return false;
    }

    /// <summary><c>500 Internal Server Error in 12ms (Views: 3.1ms)</c>.</summary>
    private static bool TryCompleted(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        int took = line[start..end].IndexOf(" in "u8);
        if (took < 0)
        {
            return false;
        }

        ByteRange duration = new WordReader(line[..end], start + took + 4).Next();
        ByteRange status = new WordReader(line[..end], start).Next();
        return DurationText.Read(duration.Of(line), DurationUnit.Seconds) is not null && Take(line, status, duration, default, default, ref fields);
    }

    /// <summary><c>GET /x responded 200 in 12.3456 ms</c>.</summary>
    private static bool TryResponded(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        int responded = line[start..end].LastIndexOf(" responded "u8);
        if (responded < 0)
        {
            return false;
        }

        var words = new WordReader(line[..end], start);
        ByteRange method = words.Next();
        var url = ByteRange.Between(words.Position + 1, start + responded);
        words = new WordReader(line[..end], start + responded + " responded ".Length);
        ByteRange status = words.Next();
        bool timed = words.Next().Of(line).SequenceEqual("in"u8);
        fields.DurationUnit = DurationUnit.Milliseconds;
        return Take(line, status, timed ? words.Next() : default, method, url.Length > 0 ? url : default, ref fields);
    }

    /// <summary><c>200 GET /x (192.0.2.7) 1.23ms</c>.</summary>
    private static bool TryTornado(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], start);
        ByteRange status = words.Next();
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        ByteRange client = words.Next();
        bool right = client.Length > 2 && line[client.Start] == '(' && line[client.End - 1] == ')';
        if (right)
        {
            fields.Client = new ByteRange(client.Start + 1, client.Length - 2);
        }

        return right && Take(line, status, words.Next(), method, url, ref fields);
    }

    /// <summary><c>GET /x 200 12.345 ms - 123</c>, or tiny: <c>GET /x 200 123 - 12.345 ms</c>.</summary>
    private static bool TryMethodFirst(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], start);
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        ByteRange status = words.Next();
        ByteRange number = words.Next();
        bool dash = number.Of(line).SequenceEqual("-"u8);
        if (!StatusCode.TryRead(status.Of(line), out _) || (!dash && !DigitReader.IsDecimal(number.Of(line))))
        {
            return false;
        }

        ByteRange mark = words.Next();
        ByteRange last = words.Next();
        bool timeFirst = mark.Of(line).SequenceEqual("ms"u8);
        if (!timeFirst && !mark.Of(line).SequenceEqual("-"u8))
        {
            return false;
        }

        ByteRange duration = timeFirst ? number : last;
        fields.Bytes = Digits(line, timeFirst ? words.Next() : number);
        fields.DurationUnit = DurationUnit.Milliseconds;
        return Take(line, status, DigitReader.IsDecimal(duration.Of(line)) ? duration : default, method, url, ref fields);
    }

    /// <summary><c>192.0.2.7:51210 - "GET /x HTTP/1.1" 200 OK</c>, and <c>192.0.2.7 "GET /x HTTP/1.1" status: 200 len: 1893 time: 0.24</c>.</summary>
    private static bool TryQuoted(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        int open = line[start..Math.Min(end, start + MaxClientLength)].IndexOf((byte)'"');
        int request = start + open + 1;
        if (open < 0 || HttpMethods.Match(line[request..end]) == 0 || !ClientAddress.MayPrecedeRequest(line.Slice(start, open)))
        {
            return false;
        }

        int close = line[request..end].IndexOf("\" "u8);
        if (close < 0)
        {
            return false;
        }

        var words = new WordReader(line[..end], request + close + 2);
        ByteRange status = words.Next();
        ByteRange duration = default;
        if (status.Of(line).SequenceEqual("status:"u8))
        {
            status = words.Next();
            fields.Bytes = words.Next().Of(line).SequenceEqual("len:"u8) ? Digits(line, words.Next()) : default;
            duration = words.Next().Of(line).SequenceEqual("time:"u8) ? words.Next() : default;
        }

        if (!Take(line, status, duration, default, default, ref fields))
        {
            return false;
        }

        ByteRange client = new WordReader(line[..(request - 1)], start).Next();
        fields.Client = client;
        fields.Request = new ByteRange(request, close);
        return true;
    }

    private static bool Take(ReadOnlySpan<byte> line, ByteRange status, ByteRange duration, ByteRange method, ByteRange url, ref LineFields fields)
    {
        if (!StatusCode.TryRead(status.Of(line), out short code))
        {
            return false;
        }

        fields.Status = code;
        fields.Duration = duration;
        fields.Method = method;
        fields.Url = url;
        return true;
    }

    private static ByteRange Digits(ReadOnlySpan<byte> line, ByteRange word) =>
        DigitReader.IsNumber(word.Of(line)) ? word : default;
}
