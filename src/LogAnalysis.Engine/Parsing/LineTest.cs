namespace LogAnalysis.Parsing;

/// <summary>Tells something of a line.</summary>
/// <param name="line">The line in UTF-8, without its line end.</param>
internal delegate bool LineTest(ReadOnlySpan<byte> line);
