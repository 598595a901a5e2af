namespace LogAnalysis.Model;

/// <summary>A span of time.</summary>
/// <param name="Start">Its beginning, inclusive.</param>
/// <param name="End">Its end, exclusive.</param>
internal readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End);
