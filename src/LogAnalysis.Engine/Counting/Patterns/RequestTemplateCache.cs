using System.Globalization;

namespace LogAnalysis.Counting;

/// <summary>Remembers the masks of requests: those that fail are few, and come again and again.</summary>
internal sealed class RequestTemplateCache
{
    /// <summary>When there are more, it begins again.</summary>
    private const int MaxRequests = 16_384;

    private const int MaxMethodLength = 32;
    private const int StatusDigits = 3;

    private readonly List<string> _masks = [];
    private Utf8StringTable _requests = new();

    /// <inheritdoc cref="RequestTemplate.Apply"/>
    public string Apply(ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        ReadOnlySpan<byte> path = RequestTemplate.WithoutQuery(url);
        if (method.Length > MaxMethodLength)
        {
            return RequestTemplate.Apply(method, url, status);
        }

        Span<byte> request = stackalloc byte[MaxMethodLength + MessageTemplate.MaxLength + StatusDigits + 2];
        method.CopyTo(request);
        request[method.Length] = (byte)' ';
        path.CopyTo(request[(method.Length + 1)..]);
        int end = method.Length + 1 + path.Length;
        request[end] = (byte)' ';
        status.TryFormat(request[(end + 1)..], out int digits, default, CultureInfo.InvariantCulture);
        return MaskOf(request[..(end + 1 + digits)], method, url, status);
    }

    private string MaskOf(ReadOnlySpan<byte> request, ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        int number = _requests.NumberOf(request);
        if (number < _masks.Count)
        {
            return _masks[number];
        }

        string mask = RequestTemplate.Apply(method, url, status);
        if (number == MaxRequests)
        {
            _requests = new Utf8StringTable();
            _masks.Clear();
        }
        else
        {
            _masks.Add(mask);
        }

        return mask;
    }
}
