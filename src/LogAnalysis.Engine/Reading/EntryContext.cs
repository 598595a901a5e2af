namespace LogAnalysis.Reading;

/// <summary>How many entries around a wanted one are read with it.</summary>
/// <param name="Before">How many before it.</param>
/// <param name="After">How many after it.</param>
internal readonly record struct EntryContext(int Before, int After)
{
    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => Before == 0 && After == 0;
}
