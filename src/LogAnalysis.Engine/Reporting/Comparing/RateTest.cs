namespace LogAnalysis.Reporting.Comparing;

/// <summary>Whether two counts differ by more than chance, for how long each was counted.</summary>
internal static class RateTest
{
    private const double Precision = 1e-12;

    /// <summary>
    /// How likely chance alone makes counts differ so much, 0 to 1: the exact, conditional test of two Poisson rates. If both rates are equal,
    /// each of the events falls into the second time with the probability of its share of the whole time. The smaller tail counts twice.
    /// </summary>
    /// <param name="before">How many events there were.</param>
    /// <param name="after">How many there were later.</param>
    /// <param name="share">The share of the later time in both together, between 0 and 1.</param>
    /// <remarks>Source: Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940.</remarks>
    public static double PValue(long before, long after, double share)
    {
        // P(X <= after) and P(X >= after) of a binomial distribution of before + after trials.
        double atMost = before == 0 ? 1 : IncompleteBeta.Regularized(1 - share, before, after + 1);
        double atLeast = after == 0 ? 1 : IncompleteBeta.Regularized(share, after, before + 1);
        double chance = 2 * Math.Min(atMost, atLeast);

        // What is but rounding is not certainty.
        return chance > 1 - Precision ? 1 : Math.Max(chance, 0);
    }

    /// <summary>
    /// Adjusts the results of many tests, so that among those that are at most 0.05 no more than that share is expected to be chance.
    /// </summary>
    /// <remarks>Source: Benjamini and Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57, 1995.</remarks>
    public static double[] Adjust(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(index => values[index])];
        double[] adjusted = new double[values.Length];
        double smallest = 1;
        for (int rank = values.Length; rank > 0; rank--)
        {
            int index = order[rank - 1];
            smallest = Math.Min(smallest, values[index] * values.Length / rank);
            adjusted[index] = smallest;
        }

        return adjusted;
    }
}
