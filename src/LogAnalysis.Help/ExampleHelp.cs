namespace LogAnalysis.Help;

/// <summary>An example.</summary>
/// <param name="Title">The question that it answers.</param>
/// <param name="Remarks">What is to be said beyond that.</param>
/// <param name="Code">What is typed, after <c>PS&gt;</c>, and what it prints.</param>
internal sealed record ExampleHelp(DocText Title, IReadOnlyList<DocText> Remarks, string Code);
