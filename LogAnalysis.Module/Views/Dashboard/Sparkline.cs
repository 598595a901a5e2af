namespace LogAnalysis.Views.Dashboard;

/// <summary>Numbers as columns of block characters, one or several lines high.</summary>
internal static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";
    private const int Steps = 8;

    /// <summary>
    /// Spreads buckets of equal length over columns of equal length: what a column holds is what falls into its share of time, so that their
    /// sum stays what it was.
    /// </summary>
    public static double[] Spread(IReadOnlyList<long> buckets, int columns)
    {
        double[] spread = new double[columns];
        double perBucket = (double)columns / buckets.Count;
        for (int i = 0; i < buckets.Count; i++)
        {
            double start = i * perBucket;
            double end = start + perBucket;
            for (int column = (int)start; column < columns && column < end; column++)
            {
                double share = (Math.Min(end, column + 1) - Math.Max(start, column)) / perBucket;
                spread[column] += buckets[i] * Math.Max(share, 0);
            }
        }

        return spread;
    }

    /// <summary>Puts each bucket into the one column in which its middle is.</summary>
    public static double[] Place(IReadOnlyList<long> buckets, int columns)
    {
        double[] placed = new double[columns];
        for (int i = 0; i < buckets.Count; i++)
        {
            placed[(int)((i + 0.5) * columns / buckets.Count)] += buckets[i];
        }

        return placed;
    }

    /// <summary>Draws columns, the tallest to the top; any that is not zero can be seen.</summary>
    /// <returns>The lines, topmost first.</returns>
    public static string[] Draw(double[] values, int height)
    {
        double max = values.DefaultIfEmpty().Max();
        int[] steps = [.. values.Select(value => StepsOf(value, max, height * Steps))];
        return [.. Enumerable.Range(0, height).Reverse().Select(line => string.Concat(steps.Select(step => Blocks[Math.Clamp(step - (line * Steps), 0, Steps)])))];
    }

    /// <summary>A bar from left to right, of whole and eighths of characters; one that is not zero can be seen.</summary>
    /// <param name="share">How much of the width it takes, 0 to 1.</param>
    /// <param name="width">In characters.</param>
    public static string Bar(double share, int width)
    {
        const string Eighths = "▏▎▍▌▋▊▉";
        int eighths = StepsOf(share, 1, width * Steps);
        int rest = eighths % Steps;
        return new string('█', eighths / Steps) + (rest > 0 ? Eighths[rest - 1] : string.Empty);
    }

    /// <summary>What is next to nothing, as rounding leaves it, is nothing.</summary>
    private static int StepsOf(double value, double max, int steps) =>
        value <= 1e-9 || max <= 0 ? 0 : Math.Clamp((int)Math.Round(value / max * steps), 1, steps);
}
