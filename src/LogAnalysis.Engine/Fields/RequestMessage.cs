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
/// <c>ActionController::LogSubscriber</c>; Tornado's <c>log_request</c>; CouchDB's <c>chttpd</c>; Sling's request log; IIS Express; and those
/// of <see cref="MethodRequest"/> and <see cref="ClientRequest"/>.
/// </remarks>
internal static class RequestMessage
{
    /// <summary>Looks for a status at the beginning of a message.</summary>
    /// <param name="line">The line.</param>
    /// <param name="message">Its message.</param>
    /// <param name="fields">Receives what the message tells of the response; untouched when the result is false.</param>
    public static bool TryFind(ReadOnlySpan<byte> line, ByteRange message, ref LineFields fields) =>
        TryFind(line, message, fields.HasLevel, ref fields);

    /// <summary>Looks for a status at the beginning of a message.</summary>
    /// <param name="line">The line.</param>
    /// <param name="message">Its message.</param>
    /// <param name="hasLevel">Whether the line states a level. Where it does not, a line of an access log in it decides, which is found elsewhere.</param>
    /// <param name="fields">Receives what the message tells of the response; untouched when the result is false.</param>
    public static bool TryFind(ReadOnlySpan<byte> line, ByteRange message, bool hasLevel, ref LineFields fields)
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
            (byte)'R' when text.StartsWith("Request ended: "u8) => TryEnded(line, start + "Request ended: ".Length, message.End, ref found),
            (byte)'R' when text.StartsWith("Request finished "u8) => TryFinished(line, start + "Request finished ".Length, message.End, ref found),
            (byte)'C' when text.StartsWith("Completed "u8) => TryCompleted(line, start + "Completed ".Length, message.End, ref found),
            (byte)'H' when text.StartsWith("HTTP "u8) => TryResponded(line, start + "HTTP ".Length, message.End, ref found)
                || MethodRequest.TryFind(line, start + "HTTP ".Length, message.End, ref found),
            >= (byte)'1' and <= (byte)'5' when text[3] == ' ' && HttpMethods.Match(text[4..]) > 0 => TryTornado(line, start, message.End, ref found),
            (byte)'c' => TryCouch(line, start, message.End, ref found),
            (byte)'<' => TryAnswered(line, start + "<- ".Length, message.End, ref found),
            _ when HttpMethods.Match(text) > 0 => MethodRequest.TryFind(line, start, message.End, ref found),
            _ => ClientRequest.TryFind(line, start, message.End, hasLevel, ref found),
        };
        fields = isResponse ? found : fields;
        return isResponse;
    }

    /// <summary>Most messages are told from a response by their first bytes.</summary>
    private static bool MayBegin(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'R' => text.StartsWith("Request finished "u8) || text.StartsWith("Request ended: "u8) || HttpMethods.Match(text) > 0,
        (byte)'C' => text.StartsWith("Completed "u8) || HttpMethods.Match(text) > 0 || ClientRequest.MayBegin(text),
        (byte)'H' => text.StartsWith("HTTP "u8) || HttpMethods.Match(text) > 0,
        (byte)'c' => text.StartsWith("couchdb@"u8),
        (byte)'<' => text.StartsWith("<- "u8),
        _ when char.IsAsciiLetterUpper((char)text[0]) && HttpMethods.Match(text) > 0 => true,
        _ => ClientRequest.MayBegin(text),
    };

    /// <summary>Skips request ids and the like in brackets, the arrow of Koa's logger, and the blank that Next.js begins with.</summary>
    private static int SkipTags(ReadOnlySpan<byte> line, int start)
    {
        if (start < line.Length && line[start] == ' ')
        {
            ReadOnlySpan<byte> text = line[start..];
            return text.StartsWith("  --> "u8) || text.StartsWith("  xxx "u8) ? start + "  --> ".Length : HttpMethods.Match(text[1..]) > 0 ? start + 1 : start;
        }

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

    /// <summary>CouchDB: node, process, request, host, client, user, <c>GET /x 200 ok 3</c>.</summary>
    private static bool TryCouch(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        var words = new WordReader(line[..end], start);
        words.Next();
        ByteRange process = words.Next();
        words.Next();
        words.Next();
        ByteRange client = words.Next();
        words.Next();
        ByteRange method = words.Next();
        ByteRange url = words.Next();
        ByteRange status = words.Next();
        words.Next();
        if (line[process.Start..process.End] is not [(byte)'<', ..] || !HttpMethods.Contains(method.Of(line)))
        {
            return false;
        }

        fields.Client = client;
        fields.DurationUnit = DurationUnit.Milliseconds;
        return Take(line, status, Digits(line, words.Next()), method, url, ref fields);
    }

    /// <summary>Sling and Adobe Experience Manager: <c>&lt;- 200 text/html 12ms</c>.</summary>
    private static bool TryAnswered(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        ByteRange status = new WordReader(line[..end], start).Next();
        int last = line[..end].TrimEnd((byte)' ').LastIndexOf((byte)' ') + 1;
        return line[..end].EndsWith("ms"u8) && last > status.End && Take(line, status, ByteRange.Between(last, end), default, default, ref fields);
    }

    /// <summary>IIS Express: <c>http://localhost/x with HTTP status 404.0</c>.</summary>
    private static bool TryEnded(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        ReadOnlySpan<byte> mark = " with HTTP status "u8;
        int at = line[start..end].LastIndexOf(mark);
        int status = start + at + mark.Length;
        return at > 0 && end - status > 3 && line[status + 3] == '.' && Take(line, new ByteRange(status, 3), default, default, new ByteRange(start, at), ref fields);
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
