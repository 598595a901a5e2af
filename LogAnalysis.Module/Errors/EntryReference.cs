namespace LogAnalysis.Errors;

/// <summary>An entry that an error is about.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Path">The file that it is in, if it is in one.</param>
/// <param name="LineNumber">Its first line, if that is known.</param>
internal sealed record EntryReference(object Entry, string? Path, long? LineNumber);
