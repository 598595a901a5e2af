using System.Text.RegularExpressions;

namespace LogAnalysis.Reporting.Findings;

/// <summary>Finds what most errors of a time have in common.</summary>
/// <param name="patterns">The errors by their patterns, with when they occurred.</param>
/// <param name="exceptions">The errors by their exceptions, with when they occurred.</param>
internal sealed partial class CauseSearch(IReadOnlyCollection<LogErrorGroup> patterns, IReadOnlyCollection<LogErrorGroup> exceptions)
{
    private const double MinShare = 0.5;

    /// <summary>A sentence has no room for more of a pattern, in characters.</summary>
    private const int MaxLength = 80;

    /// <summary>The cause; null where nothing makes up half of the errors. What tells more comes first: a pattern, an exception, two patterns, a status.</summary>
    public (string Text, long Count)? Find(Incident incident)
    {
        (string Text, double Count)[] byPattern = Rank(patterns, incident, Describe);
        (string Text, double Count)[] byException = Rank(exceptions, incident, Cut);
        (string Text, double Count)[] byStatus = Rank(patterns, incident, name => Request().Match(name) is { Success: true } request ? request.Groups["status"].Value : null);
        return Of(byPattern.Take(1)) ?? Of(byException.Take(1)) ?? Of(byPattern.Take(2)) ?? Of(byStatus.Take(1));

        (string, long)? Of(IEnumerable<(string Text, double Count)> causes)
        {
            // A bucket that is partly in the time is split evenly, so that a sum can be too large by a few.
            long sum = Math.Min(incident.Count, (long)Math.Round(causes.Sum(cause => cause.Count)));
            return sum >= MinShare * incident.Count && causes.Any() ? (string.Join(" and ", causes.Select(cause => cause.Text)), sum) : null;
        }
    }

    /// <summary>A request that failed as people say it: <c>503 on POST /api/orders</c>. Any other pattern in quotes.</summary>
    public static string Describe(string pattern) => Request().Match(pattern) is { Success: true } request
        ? $"{request.Groups["status"].Value} on {Cut(request.Groups["request"].Value)}"
        : $"\"{Cut(pattern)}\"";

    private static string Cut(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength), "…");

    private static (string Text, double Count)[] Rank(IEnumerable<LogErrorGroup> groups, Incident incident, Func<string, string?> nameOf) =>
    [
        .. groups.Select(group => (Name: nameOf(group.Name), Count: group.Occurrences?.Between(incident.From, incident.To) ?? 0))
            .Where(group => group.Name is not null && group.Count > 0)
            .GroupBy(group => group.Name!, group => group.Count, StringComparer.Ordinal)
            .Select(group => (group.Key, Count: group.Sum()))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Key, StringComparer.Ordinal),
    ];

    /// <summary>The pattern of a request, with its method or without.</summary>
    [GeneratedRegex(@"^(?<request>([A-Z]+ )?[/*<]\S*) (?<status>[1-5]\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Request();
}
