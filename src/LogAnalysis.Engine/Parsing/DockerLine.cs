namespace LogAnalysis.Parsing;

/// <summary>A line that a program wrote, as Docker kept it.</summary>
/// <param name="textAndTime">The line, and after it the time at which Docker took it.</param>
/// <param name="textLength">Where the line ends and the time begins.</param>
/// <param name="isPartial">Whether the line had no end: what follows goes on with it.</param>
internal readonly ref struct DockerLine(ReadOnlySpan<byte> textAndTime, int textLength, bool isPartial)
{
    /// <summary>The line, and after it the time.</summary>
    public ReadOnlySpan<byte> TextAndTime { get; } = textAndTime;

    /// <summary>Where the line ends and the time begins.</summary>
    public int TextLength { get; } = textLength;

    /// <summary>Whether the line had no end: what follows goes on with it.</summary>
    public bool IsPartial { get; } = isPartial;
}
