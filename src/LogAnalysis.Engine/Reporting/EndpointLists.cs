using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>Endpoints and clients as a report shows them.</summary>
/// <param name="requests">What was counted.</param>
/// <param name="top">How many of each list are shown.</param>
internal sealed class EndpointLists(RequestCounter requests, int top)
{
    /// <summary>A percentile of fewer responses says nothing.</summary>
    private const long MinResponses = 10;

    private readonly LogUrlCount[] _all = [.. requests.ToSorted().Select(endpoint => ToUrl(endpoint.Key, endpoint.Value, requests))];

    /// <summary>How many there are.</summary>
    public long Count => _all.Length;

    /// <summary>Those that were asked for most.</summary>
    public LogUrlCount[] Top => [.. _all.Take(top)];

    /// <summary>Those that failed most.</summary>
    public LogUrlCount[] Failing =>
    [
        .. _all.Where(url => url.Errors + url.ClientErrors > 0)
            .OrderByDescending(url => url.Errors)
            .ThenByDescending(url => url.ClientErrors)
            .ThenBy(url => url.Name, StringComparer.Ordinal)
            .Take(top),
    ];

    /// <summary>Those that took longest.</summary>
    public LogUrlCount[] Slowest => [.. _all.Where(url => url.P95 is not null && url.Count >= MinResponses).OrderByDescending(url => url.P95).ThenBy(url => url.Name, StringComparer.Ordinal).Take(top)];

    /// <summary>Requests by method.</summary>
    public LogTopValue[] Methods =>
    [
        .. _all.Where(url => url.Method is not null)
            .GroupBy(url => url.Method!, url => url.Count, StringComparer.Ordinal)
            .Select(method => new LogTopValue
            {
                Value = method.Key,
                Count = method.Sum(),
                Percent = 100.0 * method.Sum() / requests.Total,
                MaxUndercount = requests.MaxUndercount,
            })
            .OrderByDescending(method => method.Count)
            .ThenBy(method => method.Value, StringComparer.Ordinal)
            .Take(top),
    ];

    /// <summary>The clients that asked most.</summary>
    /// <param name="clients">Requests by client.</param>
    /// <param name="clientErrors">Those with a status of 400 to 499.</param>
    /// <param name="errors">Those with a status of 500 and above.</param>
    /// <param name="top">How many are shown.</param>
    public static LogClientCount[] Clients(HeavyHitters clients, HeavyHitters clientErrors, HeavyHitters errors, int top)
    {
        var failed = clientErrors.Sorted().ToDictionary(StringComparer.Ordinal);
        var broken = errors.Sorted().ToDictionary(StringComparer.Ordinal);
        return
        [
            .. clients.ToTop(top).Select(client => new LogClientCount
            {
                Client = client.Value,
                Count = client.Count,
                Percent = client.Percent,
                ClientErrors = failed.GetValueOrDefault(client.Value),
                Errors = broken.GetValueOrDefault(client.Value),
                MaxUndercount = client.MaxUndercount,
            }),
        ];
    }

    /// <summary>The method of an endpoint; null where it is not known.</summary>
    public static string? MethodOf(string endpoint) => endpoint.IndexOf(' ', StringComparison.Ordinal) is int space and > 0 ? endpoint[..space] : null;

    /// <summary>The URL of an endpoint.</summary>
    public static string UrlOf(string endpoint) => endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static LogUrlCount ToUrl(string endpoint, RequestStatistics statistics, RequestCounter requests) => new()
    {
        Method = MethodOf(endpoint),
        Url = UrlOf(endpoint),
        Count = statistics.Count,
        Percent = 100.0 * statistics.Count / requests.Total,
        ClientErrors = statistics.ClientErrors,
        Errors = statistics.ServerErrors,
        Bytes = statistics.HasBytes ? statistics.Bytes : null,
        P50 = statistics.Durations?.At(0.5),
        P95 = statistics.Durations?.At(0.95),
        Max = statistics.Durations?.Max,
        MaxUndercount = requests.MaxUndercount,
    };
}
