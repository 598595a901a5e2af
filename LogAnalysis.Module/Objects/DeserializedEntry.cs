namespace LogAnalysis.Objects;

/// <summary>What is left of an entry that was a job's, or another machine's: it is recognised anew by its text.</summary>
/// <param name="Text">Its line or lines.</param>
/// <param name="Path">The file that it was in.</param>
internal sealed record DeserializedEntry(string Text, string? Path);
