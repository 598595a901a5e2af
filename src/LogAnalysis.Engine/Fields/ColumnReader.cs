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

    /// <summary>The current value, without quotes and the spaces that pad it; doubled quotes in it stay so.</summary>
    public ByteRange Value { get; private set; }

    /// <summary>How many values there were so far.</summary>
    public int Count { get; private set; } = 0;

    /// <summary>Whether the current value has an opening quote, and no closing one.</summary>
    public bool IsOpen { get; private set; } = false;

    /// <summary>Whether the value says that there is none.</summary>
    public readonly bool IsUnset => Value.IsEmpty || Value.Of(_line) is [(byte)'-'];

    /// <summary>Whether nothing but spaces is left.</summary>
    public readonly bool IsAtEnd => _line[Math.Min(_position, _line.Length)..].Trim((byte)' ').IsEmpty;

    public bool MoveNext()
    {
        if (_position > _line.Length)
        {
            return false;
        }

        SkipPadding();
        Count++;
        if ((_layout.IsQuoted || (_layout.IsPadded && _separator == ' ')) && _position < _line.Length && _line[_position] == '"')
        {
            ReadQuoted();
            return true;
        }

        int length = _line[_position..].IndexOf(_separator);
        int end = length < 0 ? _line.Length : _position + length;
        Value = Trim(_position, end);
        _position = end + 1;
        return true;
    }

    private void SkipPadding()
    {
        while (_separator != '\t' && _position < _line.Length && _line[_position] == ' ')
        {
            _position++;
        }
    }

    private readonly ByteRange Trim(int start, int end)
    {
        while (end > start && _line[end - 1] == ' ')
        {
            end--;
        }

        while (start < end && _line[start] == ' ')
        {
            start++;
        }

        return ByteRange.Between(start, end);
    }

    private void ReadQuoted()
    {
        int start = _position + 1;
        int quote = DoubledQuotes.FindClosing(_line, start);
        if (quote < 0)
        {
            IsOpen = true;
            Value = Trim(start, _line.Length);
            _position = _line.Length + 1;
            return;
        }

        Value = Trim(start, quote);
        int next = _line[(quote + 1)..].IndexOf(_separator);
        _position = next < 0 ? _line.Length + 1 : quote + 1 + next + 1;
    }
}
