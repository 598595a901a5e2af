using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Finds the request in a line of an access log, in quotes or not, wherever it is, with its response behind it.</summary>
internal static class RequestLine
{
    private const int MaxSlashes = 12;

    private const int MinMethodLength = 3;

    private const int MaxMethodLength = 10;

    private const int MaxQuotesBefore = 12;

    private static ReadOnlySpan<byte> Protocol => " HTTP/"u8;

    /// <summary>Finds a request with its response.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where the text ends that may have one.</param>
    /// <param name="fields">Receives request, status, size and duration; undefined when the result is false.</param>
    /// <returns>Where the request begins, with its quote if it has one; -1 if there is none.</returns>
    public static int Find(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        int quote = FindQuoted(line, start, end);
        return quote >= 0
            ? TryReadQuoted(line, quote + 1, end, ref fields) ? quote : -1
            : FindUnquoted(line, start, end, ref fields);
    }

    /// <summary>The quote before a request: one after which a method follows.</summary>
    public static int FindQuoted(ReadOnlySpan<byte> line, int start, int end)
    {
        int at = start;
        for (int i = 0; i < MaxQuotesBefore; i++)
        {
            int next = line[at..end].IndexOf((byte)'"');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (HttpMethods.Match(line[at..end]) > 0 && (at - 1 == start || ResponseText.Separators.Contains(line[at - 2])))
            {
                return at - 1;
            }
        }

        return -1;
    }

    /// <summary>The request ends at the first quote that is not escaped and has a response behind it.</summary>
    private static bool TryReadQuoted(ReadOnlySpan<byte> line, int request, int end, ref LineFields fields)
    {
        for (int at = request; at < end;)
        {
            int close = QuotedText.FindEnd(line[..end], at);
            if (close < 0)
            {
                return false;
            }

            bool isFirst = at == request;
            if (close + 1 < end && ResponseText.Separators.Contains(line[close + 1]) && ResponseText.TryRead(line, close + 1, end, ref fields) && (isFirst || fields.Status != 0))
            {
                fields.Request = ByteRange.Between(request, close);
                return true;
            }

            at = close + 1;
        }

        return false;
    }

    /// <summary><c>GET /x HTTP/1.1 200 5043</c>, or without the protocol, in which case a size or duration must follow the status.</summary>
    private static int FindUnquoted(ReadOnlySpan<byte> line, int start, int end, ref LineFields fields)
    {
        // A URL has a slash, which few lines of other kinds have: what is before the first ones is looked at.
        int at = start;
        for (int i = 0; i < MaxSlashes; i++)
        {
            int next = line[at..end].IndexOf((byte)'/');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            ByteRange method = FindMethod(line, start, at - 1);
            if (!method.IsEmpty)
            {
                int close = FindEnd(line, method.End, end, out bool hasProtocol);
                return ResponseText.TryRead(line, close, end, ref fields) && (hasProtocol || !fields.Bytes.IsEmpty) ? Take(line, method, close, ref fields) : -1;
            }
        }

        return -1;
    }

    /// <summary>The method before the URL whose first slash is at a position; empty if there is none.</summary>
    private static ByteRange FindMethod(ReadOnlySpan<byte> line, int start, int slash)
    {
        ReadOnlySpan<byte> before = line[start..slash];
        before = before.EndsWith("http:"u8) ? before[..^5] : before.EndsWith("https:"u8) ? before[..^6] : before;
        if (before.Length < MinMethodLength + 1 || !char.IsAsciiLetterUpper((char)before[^2]) || !ResponseText.Separators.Contains(before[^1]))
        {
            return default;
        }

        before = before[..^1];
        ReadOnlySpan<byte> near = before[^Math.Min(before.Length, MaxMethodLength + 1)..];
        int length = near.Length - 1 - near.LastIndexOfAny(ResponseText.Separators);
        return HttpMethods.Contains(before[^length..]) ? new ByteRange(start + before.Length - length, length) : default;
    }

    /// <summary>The end of a request that is not in quotes: that of its protocol, or of its URL.</summary>
    private static int FindEnd(ReadOnlySpan<byte> line, int method, int end, out bool hasProtocol)
    {
        ByteRange url = ResponseText.Next(line, method, end);
        ByteRange protocol = ResponseText.Next(line, url.End, end);
        if (!protocol.Of(line).StartsWith(Protocol[1..]) && line[url.Start..end].IndexOf(Protocol) is >= 0 and int further)
        {
            // The URL holds blanks.
            protocol = ResponseText.Next(line, url.Start + further, end);
        }

        hasProtocol = protocol.Of(line).StartsWith(Protocol[1..]);
        return hasProtocol ? protocol.End : url.End;
    }

    private static int Take(ReadOnlySpan<byte> line, ByteRange method, int close, ref LineFields fields)
    {
        fields.Request = ByteRange.Between(method.Start, close);
        if (line[method.End] != ' ')
        {
            fields.Method = method;
            fields.Url = ResponseText.Next(line, method.End, close);
            fields.Request = default;
            fields.Message = ByteRange.Between(method.Start, close);
        }

        return method.Start;
    }
}
