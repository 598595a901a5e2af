using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A format, and the marks without which a line is none of it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Marks">A set of <see cref="LineMarks"/>.</param>
internal readonly record struct FormatCandidate(LogFormat Format, uint Marks);
