namespace LogAnalysis.Counting;

/// <summary>Endpoints with what is counted of each.</summary>
internal sealed class RequestTable
{
    private readonly Utf8StringTable _endpoints = new();
    private RequestStatistics[] _statistics = new RequestStatistics[64];

    /// <summary>How many endpoints there are.</summary>
    public int Count => _endpoints.Count;

    /// <summary>What is counted of an endpoint.</summary>
    public ref RequestStatistics this[ReadOnlySpan<byte> endpoint]
    {
        get
        {
            int number = _endpoints.NumberOf(endpoint);
            if (number >= _statistics.Length)
            {
                Array.Resize(ref _statistics, 2 * _statistics.Length);
            }

            return ref _statistics[number];
        }
    }

    /// <summary>An endpoint by its number, with what is counted of it.</summary>
    public ref readonly RequestStatistics At(int number, out ReadOnlySpan<byte> endpoint)
    {
        endpoint = _endpoints[number];
        return ref _statistics[number];
    }

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(RequestTable other)
    {
        for (int number = 0; number < other.Count; number++)
        {
            ref readonly RequestStatistics added = ref other.At(number, out ReadOnlySpan<byte> endpoint);
            this[endpoint].Merge(in added);
        }
    }

    /// <summary>At most this number of endpoints, those with the largest weights, each with what it has more than the largest of the others.</summary>
    /// <param name="capacity">How many; fewer than there are.</param>
    /// <param name="taken">Receives what was taken from each weight.</param>
    public RequestTable Pruned(int capacity, out long taken)
    {
        long[] weights = [.. _statistics.Take(Count).Select(statistics => statistics.Weight).OrderDescending()];
        taken = weights[capacity];
        var kept = new RequestTable();
        for (int number = 0; number < Count; number++)
        {
            RequestStatistics statistics = At(number, out ReadOnlySpan<byte> endpoint);
            if (statistics.Weight > taken)
            {
                statistics.Weight -= taken;
                kept[endpoint] = statistics;
            }
        }

        return kept;
    }
}
