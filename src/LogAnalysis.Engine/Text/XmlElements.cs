using System.Runtime.CompilerServices;

namespace LogAnalysis.Text;

/// <summary>
/// Enumerates the elements of an XML text as they end, those within before those around them, without decoding, allocating or throwing. It checks as
/// much of the grammar as it needs to find them.
/// </summary>
/// <remarks>Source: W3C, "Extensible Markup Language (XML) 1.0".</remarks>
internal ref struct XmlElements(ReadOnlySpan<byte> text)
{
    /// <summary>Elements within each other; what is deeper is not told apart.</summary>
    private const int MaxDepth = 8;

    private readonly ReadOnlySpan<byte> _text = text;
    private OpenElements _open;
    private int _depth;
    private int _position;

    /// <summary>The element's name without its prefix.</summary>
    public ByteRange Name { get; private set; }

    /// <summary>The name of the element around it, without its prefix; empty for the outermost.</summary>
    public ByteRange Parent { get; private set; }

    /// <summary>What its start tag has behind its name.</summary>
    public ByteRange Attributes { get; private set; }

    /// <summary>What is between its tags.</summary>
    public ByteRange Inside { get; private set; }

    /// <summary>How many elements it is in.</summary>
    public readonly int Depth => _depth;

    /// <summary>Whether the text was one element and nothing else, once the walk has ended.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Moves to the next element that ends.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            int mark = _text[_position..].IndexOf((byte)'<');
            if (mark < 0 || (_position > 0 && _depth == 0))
            {
                IsWhole = _position > 0 && _depth == 0 && mark < 0 && _text[_position..].Trim(" \t\r\n"u8).IsEmpty;
                return false;
            }

            _position += mark;
            ReadOnlySpan<byte> rest = _text[_position..];
            int skipped = MatchOther(rest);
            if (skipped > 0)
            {
                _position += skipped;
                continue;
            }

            int length = skipped < 0 ? -1 : XmlTag.FindEnd(rest);
            if (length < 0)
            {
                return false;
            }

            int start = _position;
            _position += length;
            if (rest[1] == '/')
            {
                return TryClose(start);
            }

            if (!TryOpen(start, length, out bool isEmpty))
            {
                return false;
            }

            if (isEmpty)
            {
                return TryClose(_position);
            }
        }
    }

    /// <summary>The length of what is neither start nor end tag: character data, comments, instructions; -1 where it does not end.</summary>
    private static int MatchOther(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> end = text.StartsWith("<![CDATA["u8) ? "]]>"u8 : text.StartsWith("<!--"u8) ? "-->"u8 : text.StartsWith("<?"u8) ? "?>"u8 : default;
        if (end.IsEmpty)
        {
            return 0;
        }

        int at = text.IndexOf(end);
        return at < 0 ? -1 : at + end.Length;
    }

    private bool TryOpen(int start, int length, out bool isEmpty)
    {
        isEmpty = length > 2 && _text[start + length - 2] == '/';
        ReadOnlySpan<byte> name = XmlTag.NameOf(_text[start..]);
        if (name.IsEmpty)
        {
            return false;
        }

        if (_depth < MaxDepth)
        {
            int attributes = start + 1 + name.Length;
            _open[_depth] = new OpenElement(
                new ByteRange(attributes - XmlTag.Local(name).Length, XmlTag.Local(name).Length),
                ByteRange.Between(attributes, start + length - (isEmpty ? 2 : 1)),
                start + length);
        }

        _depth++;
        return true;
    }

    private bool TryClose(int end)
    {
        if (_depth == 0)
        {
            return false;
        }

        _depth--;
        if (_depth >= MaxDepth)
        {
            (Name, Parent, Attributes, Inside) = (default, default, default, default);
            return true;
        }

        OpenElement open = _open[_depth];
        Name = open.Name;
        Parent = _depth == 0 ? default : _open[_depth - 1].Name;
        Attributes = open.Attributes;
        Inside = ByteRange.Between(open.Content, end);
        return true;
    }

    private readonly record struct OpenElement(ByteRange Name, ByteRange Attributes, int Content);

    [InlineArray(MaxDepth)]
    private struct OpenElements
    {
        private OpenElement _first;
    }
}
