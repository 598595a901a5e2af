namespace LogAnalysis.Text;

/// <summary>Enumerates the words of a line, from a position on.</summary>
internal ref struct WordReader(ReadOnlySpan<byte> line, int start, byte separator = (byte)' ')
{
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly byte _separator = separator;

    /// <summary>Where the next word, or the spaces before it, begins.</summary>
    public int Position { get; private set; } = start;

    /// <summary>What is left after the last word, with the spaces before it.</summary>
    public readonly ReadOnlySpan<byte> Rest => _line[Math.Min(Position, _line.Length)..];

    /// <summary>The same without the spaces before it.</summary>
    public readonly ByteRange Remaining => ByteRange.Between(_line.Length - Rest.TrimStart(_separator).Length, _line.Length);

    /// <summary>The next word; an empty one at the end.</summary>
    public ByteRange Next()
    {
        int from = Position;
        while (from < _line.Length && _line[from] == _separator)
        {
            from++;
        }

        int length = _line[from..].IndexOf(_separator);
        Position = length < 0 ? _line.Length : from + length;
        return ByteRange.Between(from, Position);
    }
}
