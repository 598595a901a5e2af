namespace LogAnalysis.Formats;

/// <summary>A range of bytes within one line. Fields of a line are kept so: nothing is copied or decoded until it is asked for.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    /// <summary>Whether the line has no such field.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The first byte behind the range.</summary>
    public int End => Start + Length;

    /// <summary>A range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static Slice Between(int start, int end) => new(start, end - start);

    /// <summary>The bytes of this range.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => line.Slice(Start, Length);
}
