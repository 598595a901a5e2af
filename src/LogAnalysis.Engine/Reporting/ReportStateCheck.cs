using LogAnalysis.Counting;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Whether a state can be what a report was made of: its JSON can come from anywhere, and hold anything.</summary>
internal static class ReportStateCheck
{
    /// <summary>What a state may hold, so that it takes no more memory than those that modules write.</summary>
    public static readonly JsonBounds Bounds = new(
        maxItems: 100_000,
        maxValues: 20_000_000,
        ("paths", 1_000_000),
        ("pathHosts", 1_000_000),
        ("levels", (int)LogLevel.Critical + 1),
        ("userAgents", 1000),
        ("protocols", 1000),
        ("statusCodes", StatusCodeFilter.Highest + 1),
        ("timeline", 1_000_000),
        ("files", 1_000_000),
        ("zones", 1000),
        ("skipped", 1000),
        ("cut", 1000),
        ("endpoints", 2 * RequestCounter.Capacity),
        ("errors", (2 * BoundedGroups.Capacity) + 1),
        ("warnings", (2 * BoundedGroups.Capacity) + 1),
        ("exceptions", (2 * BoundedGroups.Capacity) + 1));

    /// <summary>Whether nothing is missing, and all numbers can be counts.</summary>
    public static bool IsSound(ReportState state) =>
        IsWhole(state) && AreCounted(state) && IsConsistent(state.AllRequests) && Array.TrueForAll(ClientsOf(state), IsConsistent) && Array.TrueForAll(state.Timeline, IsConsistent)
        && state.Files.All(file => file.Errors + file.Warnings <= file.Entries) && state.UserAgents.All(agent => agent.Errors <= agent.Count) && state.WeekEntries.Zip(state.WeekErrors).All(hour => hour.Second <= hour.First);

    /// <summary>What all sums that a state adds to grow by, together, at most.</summary>
    public static Int128 SumOf(ReportState state) => Counts(state).Concat(state.Totals).Aggregate(Int128.Zero, (sum, count) => sum + count);

    private static bool IsWhole(ReportState state) =>
        AreWhole(state.Paths, state.Hosts, state.Files, state.Formats, state.StatusCodes, state.Timeline, state.Errors, state.Warnings ?? [], state.Exceptions ?? [], state.UserAgents)
        && (state.Notes is null || AreWhole(state.Notes.Zones, state.Notes.Skipped, state.Notes.Cut))
        && state.Protocols is not null && Array.TrueForAll(state.UserAgents, agent => agent.Family is not null) && state.PathHosts is not null && state.Levels is not null && state.Durations is not null && state.WeekEntries is not null && state.WeekErrors is not null
        && (state.Urls is null || state.Urls.Counts is not null) && state.Requests?.IsWhole != false && ClientsOf(state).All(clients => clients?.Counts is not null)
        && state.AllTemplates.All(template => template.IsWhole);

    private static bool AreCounted(ReportState state) =>
        Counts(state).All(CountLimits.IsCount)
        && state.Totals.Append(state.ResponseBytes ?? 0).Concat(state.AllRequests.Endpoints.Select(endpoint => endpoint.Bytes ?? 0)).All(CountLimits.IsTotal)
        && state.AllTemplates.All(template => CountLimits.IsOccurrence(template.Count))
        && Array.TrueForAll(state.StatusCodes, CountLimits.ArePossible)
        && state.BucketSize >= TimeSpan.Zero && state.MaxDuration >= TimeSpan.Zero;

    /// <summary>Shares are at most a whole: values are counted among all that there were.</summary>
    private static bool IsConsistent(HeavyHittersState values) =>
        values.MaxUndercount <= values.Total && values.Counts.Values.All(CountLimits.IsOccurrence) && values.Counts.Values.Sum() <= values.Total;

    private static bool IsConsistent(RequestsState requests) =>
        requests.MaxUndercount <= requests.Total && requests.Endpoints.Sum(endpoint => endpoint.Count) <= requests.Total
        && requests.Endpoints.All(endpoint => CountLimits.IsOccurrence(endpoint.Count) && endpoint.ClientErrors + endpoint.ServerErrors <= endpoint.Count && endpoint.Times.Values.Sum() <= endpoint.Count);

    private static HeavyHittersState[] ClientsOf(ReportState state) => [state.Clients, state.ClientErrors, state.ServerErrors];

    private static bool IsConsistent(LogTimeBucket bucket) =>
        bucket.Errors + bucket.Warnings <= bucket.Entries && bucket.Successes + bucket.Redirects + bucket.ClientErrors + bucket.ServerErrors <= bucket.Entries;

    private static IEnumerable<long> Counts(ReportState state) => new[]
    {
        [state.Lines],
        state.WeekEntries,
        state.WeekErrors,
        state.Files.SelectMany(file => (long[])[file.Entries, file.Errors, file.Warnings]),
        state.AllRequests.Counts,
        state.UserAgents.SelectMany(agent => (long[])[agent.Count, agent.Errors]),
        state.Protocols.Values,
        ClientsOf(state).SelectMany(clients => clients.Counts.Values.Append(clients.Total).Append(clients.MaxUndercount)),
        state.AllTemplates.SelectMany(template => template.Times?.Counts ?? []),
        state.Levels,
        state.StatusCodes.Select(code => code.Count),
        state.AllTemplates.Select(template => template.Count),
        state.Durations.Select(duration => duration.Value),
        state.Timeline.SelectMany(bucket => (long[])[bucket.Entries, bucket.Errors, bucket.Warnings, bucket.Successes, bucket.Redirects, bucket.ClientErrors, bucket.ServerErrors]),
    }.SelectMany(counts => counts);

    private static bool AreWhole(params object?[]?[] lists) => lists.All(list => list?.Contains(null) == false);
}
