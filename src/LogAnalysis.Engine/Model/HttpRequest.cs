using LogAnalysis.Text;

namespace LogAnalysis.Model;

/// <summary>Method and URL of a request, from fields of their own or out of the request line.</summary>
internal readonly record struct HttpRequest(ByteRange Method, ByteRange Url)
{
    private const int VersionLength = 9;

    private static ReadOnlySpan<byte> BeforeVersion => " HTTP/"u8;

    /// <summary>The request that a line reports. What is not a request line (a TLS handshake on a plain port) has no method.</summary>
    public static HttpRequest Of(in LogLine line)
    {
        ref readonly LineFields fields = ref line.Fields;
        if (fields.Request.IsEmpty)
        {
            return new HttpRequest(fields.Method, fields.Url);
        }

        ReadOnlySpan<byte> request = fields.Request.Of(line.Plain);
        int space = request.IndexOf((byte)' ');
        if (space <= 0 || request[..space].IndexOfAnyExcept(LetterBytes.All) >= 0)
        {
            return default;
        }

        int end = FindVersion(request);
        int url = fields.Request.Start + space + 1;
        return new HttpRequest(
            new ByteRange(fields.Request.Start, space),
            ByteRange.Between(url, end > space ? fields.Request.Start + end : fields.Request.End));
    }

    /// <summary>The blank before the protocol's version, which comes last; -1 if none.</summary>
    private static int FindVersion(ReadOnlySpan<byte> request)
    {
        int usual = request.Length - VersionLength;
        return usual > 0 && request[usual..].StartsWith(BeforeVersion) ? usual : request.LastIndexOf(BeforeVersion);
    }
}
