using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Times;

namespace LogAnalysis.Completion;

/// <summary>Completes time zones by the beginnings of their names, or of the places in them, each with its offset now.</summary>
internal sealed class TimeZoneCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates =>
        TimeZoneParser.Known.Select(zone => new Candidate(zone.Id, Describe(zone)))
            .Where(candidate => candidate.Text != TimeZoneInfo.Utc.Id)
            .Prepend(new Candidate("local", Describe(TimeZoneInfo.Local)))
            .Prepend(new Candidate("UTC", "Coordinated Universal Time"));

    /// <inheritdoc/>
    protected override bool IsMatch(Candidate candidate, WildcardPattern typed) =>
        typed.IsMatch(candidate.Text) || candidate.Text.Split('/').Skip(1).Any(typed.IsMatch);

    private static string Describe(TimeZoneInfo zone) =>
        string.Create(CultureInfo.InvariantCulture, $"UTC{TimeZoneParser.FormatOffset(zone.GetUtcOffset(DateTimeOffset.UtcNow))} now, {zone.StandardName}");
}
