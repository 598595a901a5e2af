using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Enumerates the values of one row.</summary>
internal ref struct ColumnReader(ReadOnlySpan<byte> line, ColumnLayout layout)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly ColumnLayout _layout = layout;

    // CloudFront declares its columns with spaces between them and writes tabs.
    private readonly byte _separator = layout.IsPadded && line.Contains((byte)'\t') ? (byte)'\t' : layout.Separator;
    private int _position = 0;
    private int _count = 0;
    private bool _isOpen = false;

    /// <summary>The current value, without quotes; doubled quotes in it stay so.</summary>
    public ByteRange Value { get; private set; }

    /// <summary>Whether the value says that there is none.</summary>
    public readonly bool IsUnset => Value.IsEmpty || Value.Of(_line) is [(byte)'-'];

    public bool MoveNext()
    {
        if (_position > _line.Length)
        {
            return false;
        }

        SkipPadding();
        _count++;
        if ((_layout.IsQuoted || (_layout.IsPadded && _separator == ' ')) && _position < _line.Length && _line[_position] == '"')
        {
            ReadQuoted();
            return true;
        }

        int length = _line[_position..].IndexOf(_separator);
        Value = ByteRange.Between(_position, length < 0 ? _line.Length : _position + length);
        _position = Value.End + 1;
        return true;
    }

    /// <summary>
    /// Whether the row had as many values. A table's row may have more, and fewer where its last value goes on in the next line.
    /// </summary>
    public readonly bool Fits(int columns) =>
        _count == columns
            ? _layout.IsQuoted || _line[Math.Min(_position, _line.Length)..].Trim((byte)' ').IsEmpty
            : _layout.IsQuoted && _isOpen;

    private void SkipPadding()
    {
        while (_layout.IsPadded && _separator == ' ' && _position < _line.Length && _line[_position] == ' ')
        {
            _position++;
        }
    }

    private void ReadQuoted()
    {
        int start = _position + 1;
        int at = start;
        while (true)
        {
            int quote = _line[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                _isOpen = true;
                Value = ByteRange.Between(start, _line.Length);
                _position = _line.Length + 1;
                return;
            }

            at += quote + 1;
            if (at >= _line.Length || _line[at] != '"')
            {
                break;
            }

            at++;
        }

        Value = ByteRange.Between(start, at - 1);
        int next = _line[at..].IndexOf(_separator);
        _position = next < 0 ? _line.Length + 1 : at + next + 1;
    }
}
