using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>
/// Enumerates the pairs of a logfmt line. The first word must be a pair; later ones may be bare keys, which are skipped. Where a comma and another pair
/// are behind the first one, commas separate all.
/// </summary>
internal ref struct LogfmtPairs(ReadOnlySpan<byte> line)
{
    private static readonly SearchValues<byte> EndOfName = SearchValues.Create("= \t\"{}[]()<>,;|"u8);

    private readonly ReadOnlySpan<byte> _line = line;
    private int _position = 0;
    private bool _any = false;
    private byte _separator = (byte)' ';

    /// <summary>The current pair's key.</summary>
    public ByteRange Name { get; private set; }

    /// <summary>Its value, without quotes; its escapes are not resolved.</summary>
    public ByteRange Value { get; private set; }

    /// <summary>Whether the line is no logfmt: its first word is not a pair, or a quote is not closed.</summary>
    public bool IsBroken { get; private set; }

    public bool MoveNext()
    {
        while (SkipBlanks())
        {
            int start = _position;
            int length = _line[start..].IndexOfAny(EndOfName);
            int end = length < 0 ? _line.Length : start + length;
            if (length > 0 && _line[end] == '=')
            {
                Name = ByteRange.Between(start, end);
                _position = end + 1;
                _separator = !_any && HasCommas(_line[_position..]) ? (byte)',' : _separator;
                _any = true;
                return ReadValue();
            }

            if (!_any)
            {
                break;
            }

            int blank = _line[start..].IndexOf(_separator);
            _position = blank < 0 ? _line.Length : start + blank;
        }

        IsBroken |= !_any;
        return false;
    }

    private bool SkipBlanks()
    {
        while (_position < _line.Length && (_line[_position] is (byte)' ' or (byte)'\t' || _line[_position] == _separator))
        {
            _position++;
        }

        return _position < _line.Length;
    }

    private bool ReadValue()
    {
        if (_position < _line.Length && _line[_position] == '"')
        {
            return ReadQuoted();
        }

        int length = _line[_position..].IndexOf(_separator);
        int end = length < 0 ? _line.Length : _position + length;
        Value = ByteRange.Between(_position, end);
        _position = end;
        return true;
    }

    /// <summary>Whether a value, without spaces, has a comma and another pair behind it.</summary>
    private static bool HasCommas(ReadOnlySpan<byte> text)
    {
        int comma = text.IndexOfAny((byte)',', (byte)' ');
        if (comma <= 0 || text[comma] != ',')
        {
            return false;
        }

        ReadOnlySpan<byte> next = text[(comma + 1)..];
        int length = next.IndexOfAny(EndOfName);
        return length > 0 && next[length] == '=';
    }

    private bool ReadQuoted()
    {
        int start = _position + 1;
        int quote = QuotedText.FindEnd(_line, start);
        IsBroken = quote < 0;
        Value = IsBroken ? default : ByteRange.Between(start, quote);
        _position = IsBroken ? _line.Length : quote + 1;
        return !IsBroken;
    }
}
