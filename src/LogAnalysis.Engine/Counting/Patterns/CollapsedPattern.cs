namespace LogAnalysis.Counting;

/// <summary>A pattern in which places that follow each other are one.</summary>
/// <param name="Text">The pattern, as <see cref="PatternToken"/> says.</param>
/// <param name="PlaceOf">For each word of the pattern as it was, the place that it is in, from 0; -1 for a word that is the same in all messages.</param>
internal sealed record CollapsedPattern(string Text, int[] PlaceOf)
{
    /// <summary>How many places there are.</summary>
    public int Count => PlaceOf.Length == 0 ? 0 : PlaceOf.Max() + 1;
}
