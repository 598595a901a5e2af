namespace LogAnalysis.Model;

/// <summary>The position of a line in its source.</summary>
/// <param name="Number">Its 1-based number; 0 where it is not known.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="ByteCount">Its size in bytes, with its line end.</param>
/// <param name="LineCount">How many lines it counts for: of several entries in one line only the first counts for one.</param>
internal readonly record struct LinePosition(long Number, long Offset, int ByteCount, int LineCount)
{
    /// <summary>That of a line that was there before reading began: what follows may belong to it.</summary>
    public static readonly LinePosition Before = new(0, -1, 0, 0);

    /// <summary>Whether the line is to be passed on.</summary>
    public bool IsPassedOn => Offset >= 0;

    /// <summary>The position of an element of the line that is not the first.</summary>
    /// <param name="start">Where the element begins in the line.</param>
    public LinePosition Within(int start) => this with { Offset = IsPassedOn ? Offset + start : Offset, ByteCount = 0, LineCount = 0 };
}
