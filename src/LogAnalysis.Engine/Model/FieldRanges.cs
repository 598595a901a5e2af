using System.Runtime.CompilerServices;
using LogAnalysis.Text;

namespace LogAnalysis.Model;

/// <summary>A range for each <see cref="FieldKind"/> that is kept as one.</summary>
[InlineArray(Count)]
internal struct FieldRanges
{
    public const int Count = (int)FieldKind.Level;

    private ByteRange _first;
}
