using System.Globalization;

namespace LogAnalysis.Counting;

/// <summary>Remembers the masks of requests: those that fail are few, and come again and again.</summary>
internal sealed class RequestMaskCache
{
    /// <summary>When there are more, it begins anew.</summary>
    private const int MostRequests = 16_384;

    private const int LongestMethod = 32;
    private const int StatusDigits = 3;

    private readonly List<string> _masks = [];
    private Utf8Texts _requests = new();

    /// <inheritdoc cref="RequestMask.Apply"/>
    public string Apply(ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        ReadOnlySpan<byte> path = RequestMask.WithoutQuery(url);
        if (method.Length > LongestMethod)
        {
            return RequestMask.Apply(method, url, status);
        }

        Span<byte> request = stackalloc byte[LongestMethod + MessageMask.MaxLength + StatusDigits + 2];
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

        string mask = RequestMask.Apply(method, url, status);
        if (number == MostRequests)
        {
            _requests = new Utf8Texts();
            _masks.Clear();
        }
        else
        {
            _masks.Add(mask);
        }

        return mask;
    }
}
