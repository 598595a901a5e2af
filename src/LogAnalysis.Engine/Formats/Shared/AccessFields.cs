using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Names what the common and the combined log format have beside client, request and response.</summary>
/// <remarks>Source: Apache HTTP Server, <c>mod_log_config</c>, nicknames <c>common</c>, <c>combined</c> and <c>vhost_combined</c>.</remarks>
internal static class AccessFields
{
    /// <summary>Passes user, host, referrer, user agent, and pairs behind them to a sink.</summary>
    public static void Read(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        ReadOnlySpan<byte> before = line[..Math.Max(0, fields.Timestamp.Start - 1)];
        if (!fields.Client.IsEmpty && fields.Client.End < before.Length)
        {
            ReadUser(before[fields.Client.End..], sink);
            sink.AddKnown("Host"u8, HostOf(before[..fields.Client.Start]));
        }

        ReadQuoted(line, Math.Max(fields.Bytes.End, fields.Request.End + 1), sink);
    }

    /// <summary>
    /// The user agent, with what escapes it has: the second text in quotes behind the request. It is a dash where a client does not say, so that an empty range is none.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="start">The first byte behind the request's closing quote, or one behind that and before the referrer.</param>
    public static ByteRange FindUserAgent(ReadOnlySpan<byte> line, int start)
    {
        // Nearly always, without a call: a referrer is behind a space, and neither has escapes.
        if (line.Length > start + 2 && line[start] == ' ' && line[start + 1] == '"')
        {
            int referrer = line[(start + 2)..].IndexOf((byte)'"');
            int open = start + referrer + 4;
            int length = referrer < 0 || open >= line.Length || line[open] != '"' || line[open - 1] != ' ' ? -1 : line[(open + 1)..].IndexOfAny((byte)'"', (byte)'\\');
            if (length >= 0 && line[open + 1 + length] == '"' && line[open - 3] != '\\')
            {
                return new ByteRange(open + 1, length);
            }
        }

        int at = SkipQuoted(line, Math.Min(start, line.Length), out _);
        SkipQuoted(line, at, out ByteRange agent);
        return agent;
    }

    /// <summary>Passes the texts in quotes to a sink that are behind the response, referrer and user agent, and the pairs behind them, as nginx writes
    /// what a site adds: <c>rt=0.012 request_id=4f1c</c>.</summary>
    public static void ReadQuoted(ReadOnlySpan<byte> line, int start, FieldSink sink)
    {
        int at = SkipQuoted(line, Math.Min(start, line.Length), out ByteRange referrer);
        at = SkipQuoted(line, at, out ByteRange agent);
        sink.AddKnown("Referrer"u8, referrer.Of(line), FieldSyntax.Escaped);
        sink.AddKnown("UserAgent"u8, agent.Of(line), FieldSyntax.Escaped);
        MessageFields.Read(line[at..], sink);
    }

    /// <summary>The user is behind the identity, which is hardly ever set.</summary>
    private static void ReadUser(ReadOnlySpan<byte> text, FieldSink sink)
    {
        var words = new WordReader(text, 0);
        words.Next();
        sink.AddKnown("User"u8, words.Rest.Trim((byte)' '));
    }

    /// <summary>The virtual host before the client, without its port.</summary>
    private static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> host = text.Trim((byte)' ');
        int colon = host.LastIndexOf((byte)':');
        return host.Contains((byte)' ') ? default : colon > 0 && DigitReader.IsNumber(host[(colon + 1)..]) ? host[..colon] : host;
    }

    /// <summary>Skips the next text in quotes. One behind an equals sign is the value of a pair.</summary>
    /// <returns>Where it ends; <paramref name="start"/> where there is none.</returns>
    private static int SkipQuoted(ReadOnlySpan<byte> line, int start, out ByteRange inside)
    {
        int open = line[start..].IndexOf((byte)'"') + start;
        int close = open < start || (open > 0 && line[open - 1] == '=') ? -1 : QuotedText.FindEnd(line, open + 1);
        inside = close < 0 ? default : ByteRange.Between(open + 1, close);
        return close < 0 ? start : close + 1;
    }
}
