using LogAnalysis.Files;
using LogAnalysis.Model;

namespace LogAnalysis.Parallel;

/// <summary>What came of one file.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Counter">What counted it.</param>
/// <param name="Failure">Why it could not be read, or not to its end; null otherwise. What was read before is counted.</param>
/// <param name="Unreadable">What of it is no text, and is not counted.</param>
internal sealed record FileCount(string Path, ILogCounter Counter, LogFileException? Failure, UnreadableText Unreadable);
