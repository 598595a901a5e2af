namespace LogAnalysis.Objects;

/// <summary>What is left of an entry that comes from a job or another machine. Its text is parsed again.</summary>
/// <param name="Text">Its line or lines.</param>
/// <param name="Path">The file that it was in.</param>
internal sealed record DeserializedEntry(string Text, string? Path);
