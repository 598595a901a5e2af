using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>A field that many logs have, under many names.</summary>
/// <param name="Name">The name by which it is found in all of them.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Spellings">How logs call it, in lower case, the best first.</param>
/// <param name="Kind">What it is of request and response; none where it is anything else.</param>
internal sealed record CommonField(string Name, string Meaning, IReadOnlyList<string> Spellings, FieldKind Kind);
