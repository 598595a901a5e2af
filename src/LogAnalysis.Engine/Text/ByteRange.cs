namespace LogAnalysis.Text;

/// <summary>A range of bytes within one line. Fields of a line are kept so: nothing is copied or decoded until it is asked for.</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    /// <summary>Whether the line has no such field.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The first byte after the range.</summary>
    public int End => Start + Length;

    /// <summary>A range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static ByteRange Between(int start, int end) => new(start, end - start);

    /// <summary>The same range of a longer line, in which <paramref name="count"/> bytes come before; an empty one stays as it is.</summary>
    public ByteRange Shift(int count) => IsEmpty ? this : new ByteRange(Start + count, Length);

    /// <summary>This range, or another where this one is empty.</summary>
    public ByteRange Or(ByteRange other) => IsEmpty ? other : this;

    /// <summary>The bytes of this range. An empty one may be of a longer line, since it is not shifted.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => IsEmpty ? default : line.Slice(Start, Length);
}
