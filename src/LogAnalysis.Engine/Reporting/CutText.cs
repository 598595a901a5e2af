namespace LogAnalysis.Reporting;

/// <summary>Says what a list leaves out.</summary>
internal static class CutText
{
    /// <summary>What to add to the caption of a list, such as <c>: 10 of 16, 61 errors in the others</c>; nothing where it is whole.</summary>
    /// <param name="shown">How many items it has.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="others">How many are counted in those that it leaves out.</param>
    /// <param name="noun">What is counted.</param>
    public static string Of(int shown, long all, long others = 0, string noun = "") =>
        all <= shown ? string.Empty
        : $": {DisplayFormat.Count(shown)} of {DisplayFormat.Count(all)}" + (others > 0 ? $", {DisplayFormat.Count(others)} {noun} in the others" : string.Empty);
}
