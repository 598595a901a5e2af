namespace LogAnalysis.Model;

/// <summary>The position of a line in its source.</summary>
/// <param name="Number">Its 1-based number; 0 where it is not known.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="ByteCount">Its size in bytes, with its line end.</param>
/// <param name="LineCount">How many lines it counts for: of several entries in one line only the first counts for one.</param>
internal readonly record struct LinePosition(long Number, long Offset, int ByteCount, int LineCount);
