using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Enumerates the members of one JSON object without decoding, allocating or throwing: names and values are ranges of the line.
/// It checks as much of the grammar as it needs to find them; what is broken beyond that ends the walk with <see cref="IsBroken"/>.
/// </summary>
/// <remarks>Source: RFC 8259. <c>Utf8JsonReader</c> reports a malformed line by an exception, which is too expensive for one a line.</remarks>
/// <param name="line">The line.</param>
/// <param name="value">The object in it.</param>
/// <param name="names">The names that are expected; null if nothing is known of them.</param>
internal ref struct JsonMembers(ReadOnlySpan<byte> line, ByteRange value, JsonNames? names = null)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly int _end = value.End;
    private QuoteScanner _quotes = new(line[..value.End]);
    private int _position = value.Start + 1;
    private bool _first = true;
    private JsonName? _known;

    /// <summary>The current member's name, between its quotes.</summary>
    public ByteRange Name { get; private set; }

    /// <summary>The current member as a field of the line.</summary>
    public readonly KnownField Whole => new(Id, Name, Value, Syntax);

    /// <summary>The number of the current member's name; negative where it is none that was expected.</summary>
    public readonly int Id => _known?.Id ?? -1;

    /// <summary>The field that the current member's name stands for.</summary>
    public readonly FieldKind Field => _known is not null ? _known.Field : FieldNames.Find(Name.Of(_line));

    /// <summary>Whether an object of the current member's name holds fields of the line itself.</summary>
    public readonly bool IsContainer => _known is not null ? _known.IsContainer : FieldNames.IsContainer(Name.Of(_line));

    /// <summary>The current member's value: between its quotes for a string, else all of it.</summary>
    public ByteRange Value { get; private set; }

    public JsonKind Kind { get; private set; }

    /// <summary>How the current member's value is written.</summary>
    public readonly FieldSyntax Syntax => Kind == JsonKind.String ? FieldSyntax.JsonString : FieldSyntax.Json;

    /// <summary>Whether the object was malformed or cut off.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The byte after the object's closing brace, once the walk has ended well.</summary>
    public readonly int End => _position;

    public bool MoveNext()
    {
        byte next = Peek();
        if (next == '}')
        {
            _position++;
            return false;
        }

        if (!_first && next == ',')
        {
            _position++;
            next = Peek();
        }
        else if (!_first)
        {
            return Break();
        }

        _first = false;
        return (next == '"' && TryReadName() && TryReadValue()) || Break();
    }

    private bool TryReadName()
    {
        _known = names?.Match(_line[_position.._end]);
        if (_known is not null)
        {
            Name = new ByteRange(_position + 1, _known.NameLength);
            _position += _known.Text.Length;
            return true;
        }

        int start = _position;
        bool read = TryReadString(out ByteRange name);
        Name = name;
        if (!read || Peek() != ':')
        {
            return false;
        }

        _position++;
        if (names is not null && _position == name.End + "\":".Length)
        {
            names.Learn(_line[start.._position]);
        }

        return true;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }

    private bool TryReadValue()
    {
        byte first = Peek();
        switch (first)
        {
            case (byte)'"':
                Kind = JsonKind.String;
                bool read = TryReadString(out ByteRange text);
                Value = text;
                return read;
            case (byte)'{' or (byte)'[':
                Kind = first == '{' ? JsonKind.Object : JsonKind.Array;
                return TryReadNested();
            default:
                Kind = first == '-' || char.IsAsciiDigit((char)first) ? JsonKind.Number : JsonKind.Literal;
                return TryReadScalar();
        }
    }

    private bool TryReadString(out ByteRange inside)
    {
        int start = _position + 1;
        int quote = _quotes.FindEnd(start);
        inside = quote < 0 ? default : ByteRange.Between(start, quote);
        _position = quote < 0 ? _end : quote + 1;
        return quote >= 0;
    }

    /// <summary>Skips an object or array, however deep.</summary>
    private bool TryReadNested()
    {
        int end = JsonArray.FindEnd(_line[.._end], _position);
        if (end < 0)
        {
            return false;
        }

        Value = ByteRange.Between(_position, end);
        _position = end;
        return true;
    }

    private bool TryReadScalar()
    {
        // Numbers are short nearly always: a vectorised search would take longer.
        int start = _position;
        int at = start;
        while (at < _end && _line[at] is > (byte)' ' and not ((byte)',' or (byte)'}'))
        {
            at++;
        }

        _position = at;
        Value = ByteRange.Between(start, at);
        return at > start && at < _end;
    }

    /// <summary>The next byte that is not white space; 0 at the end.</summary>
    private byte Peek()
    {
        while (_position < _end && _line[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _position++;
        }

        return _position < _end ? _line[_position] : (byte)0;
    }
}
