using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Enumerates the names and values of a block. A value goes on over the lines that have no name.</summary>
internal ref struct BlockPairs(ReadOnlySpan<byte> block, BlockFormat format)
{
    /// <summary>The longest length of a value, without what is zero in it.</summary>
    private const int MaxLengthBytes = 8;

    private readonly ReadOnlySpan<byte> _block = block;
    private readonly BlockFormat _format = format;
    private int _position;
    private bool _hasLength;

    /// <summary>The current name.</summary>
    public ByteRange Name { get; private set; }

    /// <summary>Its value, without white space around it.</summary>
    public ByteRange Value { get; private set; }

    /// <summary>Moves to the next pair.</summary>
    public bool MoveNext()
    {
        bool found = false;
        while (_position < _block.Length)
        {
            int length = _block[_position..].IndexOf((byte)'\n');
            ByteRange line = new(_position, length < 0 ? _block.Length - _position : length);
            if (!line.IsEmpty && _format.TryReadPair(line.Of(_block), out ByteRange name, out ByteRange value))
            {
                if (found)
                {
                    break;
                }

                found = true;
                Name = name.Shift(line.Start);
                Value = new ByteRange(line.Start + value.Start, value.Length);
                _hasLength = _format.HasLength(line.Of(_block));
            }
            else if (found)
            {
                Value = ByteRange.Between(_hasLength && line.Length <= MaxLengthBytes ? line.End : Value.Start, line.End);
                _hasLength = false;
            }

            _position = line.End + 1;
        }

        Value = found ? Trim(Value) : default;
        return found;
    }

    private readonly ByteRange Trim(ByteRange value)
    {
        ReadOnlySpan<byte> text = value.Of(_block);
        int start = text.IndexOfAnyExcept(" \t\r\n"u8);
        return start < 0 ? default : new ByteRange(value.Start + start, text[start..].TrimEnd(" \t\r\n"u8).Length);
    }
}
