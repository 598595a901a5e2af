using System.Globalization;
using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Remembers the templates that were made lately: most messages, and most requests that fail, have one that came before.</summary>
internal sealed class TemplateCache
{
    /// <summary>When there are more, it begins again.</summary>
    private const int MaxRequests = 16_384;

    /// <summary>When there are more, it begins again.</summary>
    private const int MaxMessages = 4096;

    private const int MaxMethodLength = 32;
    private const int StatusDigits = 3;

    /// <summary>A longer one is not remembered, so that memory is bounded by little.</summary>
    private const int MaxLength = 512;

    [ThreadStatic]
    private static TemplateCache? Instance;

    private readonly Utf8StringTable _messages = new();
    private readonly List<string> _ofMessages = [];
    private readonly CacheTrial _messageTrial = new();
    private readonly Utf8StringTable _requests = new();
    private readonly List<string> _ofRequests = [];
    private readonly Dictionary<TracedTemplate, string> _traced = [];

    /// <summary>That of this thread: all parts of all logs that it counts share it.</summary>
    public static TemplateCache OfThread => Instance ??= new TemplateCache();

    /// <summary>Where the words and values of messages are.</summary>
    public MessageShapes Shapes { get; } = new();

    /// <summary>The template of a message.</summary>
    /// <param name="template">The template in UTF-8.</param>
    public string OfMessage(ReadOnlySpan<byte> template)
    {
        if (template.Length > MaxLength || _messageTrial.Skips())
        {
            return Encoding.UTF8.GetString(template);
        }

        if (_ofMessages.Count == MaxMessages)
        {
            _messages.Clear();
            _ofMessages.Clear();
        }

        int number = _messages.NumberOf(template);
        if (number == _ofMessages.Count)
        {
            _ofMessages.Add(Encoding.UTF8.GetString(template));
        }
        else
        {
            _messageTrial.AddFound();
        }

        return _ofMessages[number];
    }

    /// <summary>The template by which an entry with a trace is counted.</summary>
    public string OfTraced(TracedTemplate template)
    {
        if (_traced.TryGetValue(template, out string? text) || template.Message.Length > MaxLength)
        {
            return text ?? template.ToString();
        }

        if (_traced.Count == MaxMessages)
        {
            _traced.Clear();
        }

        return _traced[template] = template.ToString();
    }

    /// <inheritdoc cref="RequestTemplate.Apply"/>
    public string OfRequest(ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        ReadOnlySpan<byte> path = RequestTemplate.WithoutQuery(url);
        if (method.Length > MaxMethodLength || path.Length > MaxLength)
        {
            return RequestTemplate.Apply(method, url, status);
        }

        Span<byte> request = stackalloc byte[MaxMethodLength + MaxLength + StatusDigits + 2];
        method.CopyTo(request);
        request[method.Length] = (byte)' ';
        path.CopyTo(request[(method.Length + 1)..]);
        int end = method.Length + 1 + path.Length;
        request[end] = (byte)' ';
        status.TryFormat(request[(end + 1)..], out int digits, default, CultureInfo.InvariantCulture);
        if (_ofRequests.Count == MaxRequests)
        {
            _requests.Clear();
            _ofRequests.Clear();
        }

        int number = _requests.NumberOf(request[..(end + 1 + digits)]);
        if (number == _ofRequests.Count)
        {
            _ofRequests.Add(RequestTemplate.Apply(method, url, status));
        }

        return _ofRequests[number];
    }
}
