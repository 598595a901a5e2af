using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Requests by endpoint in bounded memory. They are exact up to <see cref="MaxExact"/> endpoints. Beyond that the rarest are dropped, and begin again if they come again: what is
/// counted of an endpoint is too low by at most the sum of what was taken at each time, which is at most the total divided by half of <see cref="MaxExact"/>, or by
/// <see cref="Capacity"/> in the state for merging. The errors of merged counters add up.
/// </summary>
/// <remarks>Source: Misra and Gries, 1982, for the weights by which the rarest are chosen; merging: Agarwal et al., "Mergeable Summaries", PODS 2012.</remarks>
internal sealed class RequestCounter
{
    /// <summary>Endpoints kept for merging.</summary>
    public const int Capacity = 1000;

    /// <summary>Up to this many endpoints are counted exactly.</summary>
    public const int MaxExact = 16_384;

    private const int MaxMethod = 32;

    private readonly byte[] _request = new byte[MaxMethod + 1 + UrlTemplate.MaxLength];
    private readonly byte[] _template = new byte[UrlTemplate.MaxTemplate];
    private RequestTable _table = new();

    /// <summary>How many requests were counted.</summary>
    public long Total { get; private set; }

    /// <summary>How much a count can be too low.</summary>
    public long MaxUndercount { get; private set; }

    /// <summary>Counts one request.</summary>
    /// <param name="method">Its method; empty where it is not known.</param>
    /// <param name="path">Its URL without the query.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="bytes">The size of the response; null where it is not known.</param>
    /// <param name="duration">How long it took; null where it is not known.</param>
    public void Add(ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, int status, long? bytes, TimeSpan? duration)
    {
        method = Utf8Boundary.Cut(method, MaxMethod);
        path = Utf8Boundary.Cut(path, UrlTemplate.MaxLength);
        Span<byte> request = _request;
        method.CopyTo(request);
        request[method.Length] = (byte)' ';
        path.CopyTo(request[(method.Length + 1)..]);
        Add(request[..(method.Length + 1 + path.Length)], status, bytes, duration);
    }

    /// <summary>Counts one request.</summary>
    /// <param name="request">Method, a space, and the URL without its query.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="bytes">The size of the response; null where it is not known.</param>
    /// <param name="duration">How long it took; null where it is not known.</param>
    public void Add(ReadOnlySpan<byte> request, int status, long? bytes, TimeSpan? duration)
    {
        Total++;
        _table[UrlTemplate.Apply(request, _template)].Add(status, bytes, duration);
        PruneIfTooMany();
    }

    /// <summary>Adds what was counted elsewhere of an endpoint. <see cref="AddTotals"/> adds the totals.</summary>
    public void Add(string endpoint, in RequestStatistics statistics)
    {
        _table[Utf8Boundary.Cut(Encoding.UTF8.GetBytes(endpoint), UrlTemplate.MaxTemplate)].Merge(in statistics);
        PruneIfTooMany();
    }

    /// <summary>Adds how many were counted elsewhere, and how much those counts can be too low.</summary>
    public void AddTotals(long total, long maxUndercount)
    {
        Total += total;
        MaxUndercount += maxUndercount;
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(RequestCounter other)
    {
        AddTotals(other.Total, other.MaxUndercount);
        _table.Merge(other._table);
        PruneIfTooMany();
    }

    /// <summary>Forgets the rarest where there are more than <see cref="Capacity"/>.</summary>
    public void Prune()
    {
        if (_table.Count > Capacity)
        {
            Prune(Capacity);
        }
    }

    /// <summary>The endpoints, the most frequent first, then by name.</summary>
    /// <remarks>Bytes that are not UTF-8 look alike: what differs in them only is one endpoint.</remarks>
    public KeyValuePair<string, RequestStatistics>[] ToSorted()
    {
        var endpoints = new Dictionary<string, RequestStatistics>(StringComparer.Ordinal);
        for (int number = 0; number < _table.Count; number++)
        {
            RequestStatistics statistics = _table.At(number, out ReadOnlySpan<byte> endpoint);
            string name = ControlCharacters.EscapeControlCharacters(Encoding.UTF8.GetString(endpoint));
            if (endpoints.TryGetValue(name, out RequestStatistics known))
            {
                statistics = Sum(in known, in statistics);
            }

            endpoints[name] = statistics;
        }

        return [.. endpoints.OrderByDescending(endpoint => endpoint.Value.Count).ThenBy(endpoint => endpoint.Key, StringComparer.Ordinal)];
    }

    private static RequestStatistics Sum(in RequestStatistics one, in RequestStatistics other)
    {
        // The durations of the first are those that are counted on.
        var sum = new RequestStatistics();
        sum.Merge(in one);
        sum.Merge(in other);
        return sum;
    }

    private void PruneIfTooMany()
    {
        if (_table.Count > MaxExact)
        {
            Prune(MaxExact / 2);
        }
    }

    private void Prune(int capacity)
    {
        _table = _table.Pruned(capacity, out long taken);
        MaxUndercount += taken;
    }
}
