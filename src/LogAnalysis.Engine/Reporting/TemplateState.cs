namespace LogAnalysis.Reporting;

/// <summary>What a report's state holds of one mask.</summary>
/// <param name="Mask">The mask.</param>
/// <param name="Count">How many messages had it.</param>
/// <param name="Level">The most serious level among them.</param>
/// <param name="First">When the earliest was logged.</param>
/// <param name="Last">When the latest was logged.</param>
/// <param name="Example">What the earliest said.</param>
/// <param name="Paths">The files, by their positions among those of the report.</param>
internal sealed record TemplateState(string Mask, long Count, LogLevel Level, DateTimeOffset? First, DateTimeOffset? Last, string? Example, int[] Paths)
{
    /// <summary>The state of a mask.</summary>
    public static TemplateState Of(LogErrorGroup mask, string[] paths) => new(
        mask.RawName, mask.Count, mask.Level, mask.First, mask.Last, mask.Example, [.. mask.Paths.Select(path => Array.IndexOf(paths, path))]);

    /// <summary>The mask.</summary>
    public LogErrorGroup ToMask(string[] paths) => new()
    {
        Name = Mask,
        Count = Count,
        Percent = 0,
        Level = Level,
        First = First,
        Last = Last,
        Example = Example,
        Paths = [.. Paths.Where(index => index >= 0 && index < paths.Length).Select(index => paths[index])],
    };
}
