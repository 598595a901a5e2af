using LogAnalysis.Files;
using LogAnalysis.Model;

namespace LogAnalysis.Reading;

/// <summary>The last entries of a file.</summary>
/// <param name="Entries">
/// The last of the wanted entries, in the file's order; of a file that could not be read to its end, the last of those that could. Line numbers
/// are known where reading reached the file's beginning.
/// </param>
/// <param name="Failure">Why reading ended before the end of the file; null where it did not.</param>
/// <param name="Unreadable">What is no text in the part of the file that was read.</param>
internal sealed record EntryTailResult(IReadOnlyCollection<LogEntry> Entries, LogFileException? Failure, UnreadableText Unreadable);
