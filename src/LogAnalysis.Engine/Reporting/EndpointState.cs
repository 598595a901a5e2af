using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of one endpoint.</summary>
/// <param name="Name">Method, a space, and the URL.</param>
/// <param name="Count">How many requests there were.</param>
internal sealed record EndpointState(string Name, long Count)
{
    public long ClientErrors { get; init; }

    public long ServerErrors { get; init; }

    public long? Bytes { get; init; }

    /// <summary>How long requests took: buckets of <see cref="DurationBuckets"/> with their counts.</summary>
    public Dictionary<int, long> Times { get; init; } = [];

    public TimeSpan Longest { get; init; }

    public static EndpointState Of(string name, RequestStatistics statistics) => new(name, statistics.Count)
    {
        ClientErrors = statistics.ClientErrors,
        ServerErrors = statistics.ServerErrors,
        Bytes = statistics.HasBytes ? statistics.Bytes : null,
        Times = statistics.Durations?.Buckets.ToDictionary(bucket => bucket.Bucket, bucket => bucket.Count) ?? [],
        Longest = statistics.Durations?.Max ?? TimeSpan.Zero,
    };

    public RequestStatistics ToStatistics()
    {
        DurationBuckets? durations = null;
        if (Times.Count > 0)
        {
            durations = new DurationBuckets();
            durations.Add(Times.Select(time => (time.Key, time.Value)), Longest);
        }

        return new RequestStatistics
        {
            Count = Count,
            Weight = Count,
            ClientErrors = ClientErrors,
            ServerErrors = ServerErrors,
            Bytes = Bytes ?? 0,
            HasBytes = Bytes is not null,
            Durations = durations,
        };
    }
}
