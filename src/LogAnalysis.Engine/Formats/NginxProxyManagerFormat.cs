using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Nginx Proxy Manager: time, for proxied hosts the state of the cache and the upstream's status, then status, method, scheme, host, URL, and the
/// rest in brackets with names.
/// </summary>
/// <remarks>Source: Nginx Proxy Manager, its <c>log_format</c>s <c>proxy</c> and <c>standard</c>.</remarks>
internal sealed class NginxProxyManagerFormat() : LogFormat(
    "nginx-proxy-manager",
    "Nginx Proxy Manager: proxy hosts, redirections and errors",
    """[24/Jan/2025:07:00:30 +0000] - 503 503 - GET https shop.example.com "/orders" [Client 192.0.2.7] [Length 150] [Gzip -] [Sent-to 10.0.0.1] "curl/8.5.0" "-" """)
{
    /// <summary>The state of the cache, and a status for each upstream that was tried.</summary>
    private const int MaxWordsBeforeMethod = 16;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line.IndexOf("] "u8);
        int named = close < 0 ? -1 : line.IndexOf("\" [Client "u8);
        if (close < 0 || named < close || line[0] != '[' || !FindMethod(line[..named], close + 1, out ByteRange status, out ByteRange method))
        {
            return false;
        }

        int url = line[method.End..named].IndexOf(" \""u8) + method.End + 2;
        fields = default;
        fields.Timestamp = ByteRange.Between(1, close);
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        fields.Method = method.Of(line) is [(byte)'-'] ? default : method;
        fields.Url = fields.Method.IsEmpty ? default : ByteRange.Between(Math.Min(url, named), named);
        fields.Message = ByteRange.Between(method.Start, named + 1);
        fields.Client = FindNamed(line, named, "[Client "u8);
        fields.Bytes = FindNamed(line, named, "[Length "u8);
        return true;
    }

    /// <summary>The method, before which are the status and a dash.</summary>
    private static bool FindMethod(ReadOnlySpan<byte> line, int start, out ByteRange status, out ByteRange method)
    {
        var words = new WordReader(line, start);
        status = default;
        ByteRange dash = default;
        method = words.Next();
        for (int i = 0; i < MaxWordsBeforeMethod && !method.IsEmpty; i++)
        {
            bool isStatus = StatusCode.TryRead(status.Of(line), out _);
            bool isMethod = !method.Of(line).ContainsAnyExceptInRange((byte)'A', (byte)'Z');
            bool isBroken = isStatus && method.Of(line) is [(byte)'-'];
            if (dash.Of(line) is [(byte)'-'] && (isBroken || (isMethod && (isStatus || StatusCode.IsAbsent(status.Of(line))))))
            {
                return true;
            }

            (status, dash, method) = (dash, method, words.Next());
        }

        return false;
    }

    private static ByteRange FindNamed(ReadOnlySpan<byte> line, int from, ReadOnlySpan<byte> name)
    {
        int start = line[from..].IndexOf(name);
        int length = start < 0 ? -1 : line[(from + start + name.Length)..].IndexOf((byte)']');
        return length < 0 ? default : new ByteRange(from + start + name.Length, length);
    }
}
