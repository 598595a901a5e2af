using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Querying;

/// <summary>A value that was found for a field.</summary>
/// <param name="Range">Where it is kept.</param>
/// <param name="Syntax">How it is written.</param>
internal readonly record struct FoundField(ByteRange Range, FieldSyntax Syntax);
