namespace LogAnalysis.Model;

/// <summary>One line as it was read. Valid only while it is being handled.</summary>
/// <param name="text">Its UTF-8 bytes, without the line end.</param>
/// <param name="offset">Where it begins, in bytes from the beginning of the text.</param>
/// <param name="byteCount">Its size in bytes, with its line end and whatever was cut off.</param>
/// <param name="isCut">Whether it is longer than the limit, and the text its beginning.</param>
internal readonly ref struct RawLine(ReadOnlySpan<byte> text, long offset, int byteCount, bool isCut = false)
{
    public ReadOnlySpan<byte> Text { get; } = text;

    public long Offset { get; } = offset;

    public int ByteCount { get; } = byteCount;

    public bool IsCut { get; } = isCut;

    /// <summary>Which part of a line that is too long to be kept it is, from 1 on; 0 for a line that was not divided.</summary>
    public int Part { get; init; }

    /// <summary>Which special bytes the text may have: not always does it.</summary>
    public SpecialBytes MayHave { get; init; } = SpecialBytes.Any;
}
