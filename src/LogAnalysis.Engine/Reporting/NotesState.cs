namespace LogAnalysis.Reporting;

/// <summary>What is saved of the notes of a report.</summary>
/// <param name="Zones">The zones as which times were read that state none.</param>
/// <param name="AreYearsAssumed">Whether there are times without a year.</param>
/// <param name="Skipped">Files of which nothing was read, with the reason.</param>
/// <param name="Cut">Files that were read in part, with the reason.</param>
internal sealed record NotesState(string[] Zones, bool AreYearsAssumed, string[] Skipped, string[] Cut);
