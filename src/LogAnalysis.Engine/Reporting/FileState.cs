using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of one file.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Errors">How many of them are errors.</param>
/// <param name="Warnings">How many of them are warnings.</param>
/// <param name="From">The time of the earliest.</param>
/// <param name="To">The time of the latest.</param>
/// <param name="LastError">The time of the latest error.</param>
internal sealed record FileState(long Entries, long Errors, long Warnings, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset? LastError)
{
    public static FileState Of(FileTotals totals) => new(totals.Entries, totals.Errors, totals.Warnings, totals.From, totals.To, totals.LastError);

    public void AddTo(FileTotals totals) => totals.Add(Entries, Errors, Warnings, From, To, LastError);
}
