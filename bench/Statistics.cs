namespace LogAnalysis.Bench;

/// <summary>What several measurements of the same thing come to.</summary>
internal static class Statistics
{
    /// <summary>The middle one, or the mean of the two in the middle; not a number where there is none.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
