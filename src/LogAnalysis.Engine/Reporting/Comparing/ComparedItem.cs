namespace LogAnalysis.Reporting.Comparing;

/// <summary>Something that was counted in two reports.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Id">What scripts know it by.</param>
/// <param name="Before">How often it occurs in the first.</param>
/// <param name="After">How often it occurs in the second.</param>
internal sealed record ComparedItem(LogChangeKind Kind, string Name, string Id, long Before, long After)
{
    /// <summary>What one of them says; null where that is the name.</summary>
    public string? Example { get; init; }
}
