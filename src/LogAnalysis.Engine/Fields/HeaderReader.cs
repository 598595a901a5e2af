using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Enumerates the words and bracketed groups of a line's header, and tells what separates them.</summary>
internal ref struct HeaderReader(ReadOnlySpan<byte> line, int start)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Where the header goes on.</summary>
    public int Position { get; set; } = start;

    /// <summary>Skips spaces and the marks between the fields of a header; true when there was a mark.</summary>
    public bool SkipSeparators()
    {
        bool hasMark = false;
        for (; Position < _line.Length && IsSeparator(Position); Position++)
        {
            hasMark |= _line[Position] is (byte)'-' or (byte)'|' or (byte)':';
        }

        return hasMark;
    }

    /// <summary>The word or group at the position, which does not move.</summary>
    public readonly HeaderToken Peek()
    {
        if (Position >= _line.Length)
        {
            return default;
        }

        ReadOnlySpan<byte> rest = _line[Position..];
        int close = rest[0] switch
        {
            (byte)'[' => HeaderWords.FindClosing(rest, (byte)'[', (byte)']'),
            (byte)'{' => HeaderWords.FindClosing(rest, (byte)'{', (byte)'}'),
            (byte)'(' => rest.IndexOf((byte)')'),
            (byte)'<' => rest.IndexOf((byte)'>'),
            _ => -1,
        };
        if (close > 0)
        {
            ByteRange inside = Trim(Position + 1, Position + close);
            return new HeaderToken(inside.Start, inside.End, Position + close + 1, IsBracketed: true, HasColon: false);
        }

        int length = rest.IndexOfAny(" \t|["u8);
        int next = Position + (length < 0 ? rest.Length : Math.Max(length, 1));
        bool colon = _line[next - 1] == ':';

        // Time and level may share a bracket that began before the header.
        int end = colon ? next - 1 : next;
        end -= end > Position && _line[end - 1] == ']' ? 1 : 0;
        return new HeaderToken(Position, Math.Max(Position + 1, end), next, IsBracketed: false, colon);
    }

    /// <summary>Whether a mark between fields is at a position, perhaps after spaces.</summary>
    public readonly bool IsSeparatorAt(int at)
    {
        ReadOnlySpan<byte> rest = _line[at..].TrimStart((byte)' ');
        return rest.Length > 1 && (rest[0] == '|' || (rest[0] is (byte)'-' or (byte)':' or (byte)'>' && rest[1] == ' ') || rest.StartsWith("-- "u8));
    }

    /// <summary>Whether a word that ends at a position fills a column: a tab or several spaces are behind it.</summary>
    public readonly bool IsColumnEnd(int at) => at + 1 < _line.Length && (_line[at] == '\t' || (_line[at] == ' ' && _line[at + 1] == ' '));

    /// <summary>A dash separates only where a space or another dash follows: <c>-5</c> and <c>-v</c> are text.</summary>
    private readonly bool IsSeparator(int at) => _line[at] switch
    {
        (byte)' ' or (byte)'\t' or (byte)'|' or (byte)':' or (byte)';' => true,
        (byte)'>' => at > 0 && _line[at - 1] == ' ' && at + 1 < _line.Length && _line[at + 1] == ' ',
        (byte)'-' => (at > 0 && _line[at - 1] == '|') || at + 1 >= _line.Length || _line[at + 1] is (byte)' ' or (byte)'-' or (byte)'\t',
        _ => false,
    };

    private readonly ByteRange Trim(int from, int to)
    {
        while (from < to && _line[from] == ' ')
        {
            from++;
        }

        while (from < to && _line[to - 1] == ' ')
        {
            to--;
        }

        return ByteRange.Between(from, to);
    }
}
