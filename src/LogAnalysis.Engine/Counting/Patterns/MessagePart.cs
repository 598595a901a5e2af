namespace LogAnalysis.Counting;

/// <summary>A word of a message, or a value in it. What is between two parts is punctuation and spaces.</summary>
/// <param name="Start">Where it begins, in bytes.</param>
/// <param name="Length">How long it is; 0 for a value that is empty.</param>
/// <param name="Kind">What the value looks like; none for a word.</param>
/// <param name="Mask">The number of the mask that has found the value, from 1; 0 for none.</param>
internal readonly record struct MessagePart(int Start, int Length, PlaceKind Kind, ushort Mask = 0)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a value.</summary>
    public bool IsPlace => Kind != PlaceKind.None;

    /// <summary>Whether it is a value that a mask has found: it stays apart from others beside it.</summary>
    public bool IsMasked => Mask > 0;

    /// <summary>The bytes of the part.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> message) => message.Slice(Start, Length);
}
