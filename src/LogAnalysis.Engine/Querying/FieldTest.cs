using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>What is asked of a field's value.</summary>
internal abstract class FieldTest
{
    /// <summary>Whether a value passes.</summary>
    /// <param name="name">The field, which may tell the unit of its values.</param>
    /// <param name="value">The value, as it is written.</param>
    /// <param name="syntax">How it is written.</param>
    /// <param name="line">The entry.</param>
    public abstract bool Matches(FieldName name, ReadOnlySpan<byte> value, FieldSyntax syntax, in LogLine line);
}
