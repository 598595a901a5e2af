namespace LogAnalysis.Bench.Generating;

/// <summary>What can be asked of a web site.</summary>
/// <param name="Method">The HTTP method that it is asked by.</param>
/// <param name="Path">Its path.</param>
/// <param name="Status">The HTTP status that is the answer, unless something goes wrong.</param>
/// <param name="Size">The size of the answer, in bytes, to which some are added at random; 0 for one without content.</param>
internal sealed record WebPage(string Method, string Path, int Status, int Size);
