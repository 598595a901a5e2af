using LogAnalysis.Text;

namespace LogAnalysis.Model;

/// <summary>A named field of a line, as ranges of the line.</summary>
/// <param name="Id">The number of its name among those that are remembered; negative where it is none of them.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Syntax">How the value is written.</param>
internal readonly record struct KnownField(int Id, ByteRange Name, ByteRange Value, FieldSyntax Syntax);
