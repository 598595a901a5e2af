using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Whether a value matches a pattern with wildcards.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class TextTest(string pattern) : FieldTest
{
    private readonly Wildcard _wildcard = new(pattern);

    /// <summary>The longest text that every value which passes has in it, whatever the case; empty where none is known.</summary>
    public string Literal => _wildcard.Literal;

    /// <inheritdoc/>
    public override bool Matches(FieldName name, ReadOnlySpan<byte> value, FieldSyntax syntax, in LogLine line)
    {
        bool isPlain = FieldValue.IsPlain(value, syntax);
        return isPlain ? _wildcard.IsMatch(value) : _wildcard.IsMatch(FieldValue.Decode(value, syntax));
    }
}
