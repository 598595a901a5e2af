using System.Text.Json.Serialization;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of its endpoints.</summary>
internal sealed record RequestsState
{
    public long Total { get; init; }

    public long MaxUndercount { get; init; }

    public EndpointState[] Endpoints { get; init; } = [];

    /// <summary>Whether it can be what was counted.</summary>
    [JsonIgnore]
    public bool IsWhole => Endpoints is not null && !Endpoints.Contains(null) && Endpoints.All(endpoint => endpoint.Name is not null && endpoint.Times is not null && endpoint.Longest >= TimeSpan.Zero);

    /// <summary>All numbers that are counts.</summary>
    [JsonIgnore]
    public IEnumerable<long> Counts => Endpoints.SelectMany(endpoint => endpoint.Times.Values.Append(endpoint.Count).Append(endpoint.ClientErrors).Append(endpoint.ServerErrors)).Append(Total).Append(MaxUndercount);

    /// <summary>The state of a counter, which forgets its rarest endpoints where there are many.</summary>
    public static RequestsState Of(RequestCounter requests)
    {
        requests.Prune();
        return new RequestsState
        {
            Total = requests.Total,
            MaxUndercount = requests.MaxUndercount,
            Endpoints = [.. requests.ToSorted().Select(endpoint => EndpointState.Of(endpoint.Key, endpoint.Value))],
        };
    }

    public void AddTo(RequestCounter requests)
    {
        requests.AddTotals(Total, MaxUndercount);
        foreach (EndpointState endpoint in Endpoints)
        {
            requests.Add(endpoint.Name, endpoint.ToStatistics());
        }
    }
}
