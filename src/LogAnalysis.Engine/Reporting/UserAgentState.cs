namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of one kind of browser or program.</summary>
/// <param name="Family">Its name.</param>
/// <param name="Count">How many requests it made.</param>
/// <param name="Errors">How many of them failed with a status of 500 and above.</param>
internal sealed record UserAgentState(string Family, long Count, long Errors);
