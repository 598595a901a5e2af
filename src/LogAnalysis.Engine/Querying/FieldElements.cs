using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Querying;

/// <summary>Enumerates the elements of a JSON array; any other value is its only one.</summary>
/// <param name="value">The value, as it is written.</param>
/// <param name="syntax">How it is written.</param>
internal ref struct FieldElements(ReadOnlySpan<byte> value, FieldSyntax syntax)
{
    private readonly ReadOnlySpan<byte> _value = value;
    private readonly bool _isArray = syntax == FieldSyntax.Json && value is [(byte)'[', .., (byte)']'];
    private int _position = 0;

    /// <summary>The current element: between its quotes for a string.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>How the current element is written.</summary>
    public FieldSyntax Syntax { get; private set; } = syntax;

    /// <summary>Moves to the next element.</summary>
    public bool MoveNext()
    {
        if (_isArray)
        {
            return MoveNextInArray();
        }

        Current = _value;
        return _position++ == 0;
    }

    private bool MoveNextInArray()
    {
        // The bracket at the beginning, or the comma behind the element before.
        int skipped = _position < _value.Length ? _value[(_position + 1)..^1].IndexOfAnyExcept(" \t\r\n"u8) : -1;
        if (skipped < 0)
        {
            return false;
        }

        int start = _position + 1 + skipped;
        bool isText = _value[start] == '"';
        int end = isText ? QuotedText.FindEnd(_value, start + 1)
            : _value[start] is (byte)'{' or (byte)'[' ? JsonArray.FindEnd(_value[..^1], start)
            : start + Math.Max(0, _value[start..].IndexOfAny((byte)',', (byte)']'));
        if (end < 0)
        {
            return false;
        }

        Current = isText ? _value[(start + 1)..end] : _value[start..end].TrimEnd(" \t\r\n"u8);
        Syntax = isText ? FieldSyntax.JsonString : FieldSyntax.Json;
        int comma = _value[end..].IndexOf((byte)',');
        _position = comma < 0 ? _value.Length : end + comma;
        return true;
    }
}
