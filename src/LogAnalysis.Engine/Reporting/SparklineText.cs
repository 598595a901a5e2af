namespace LogAnalysis.Reporting;

/// <summary>Draws numbers as a line of block characters.</summary>
internal static class SparklineText
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A dot: a blank would be lost in Markdown.</summary>
    private const char Zero = '·';

    /// <summary>Draws numbers as bars, the largest as a whole block; what is not zero is at least the lowest bar.</summary>
    /// <param name="numbers">Numbers of zero and above.</param>
    /// <param name="maxWidth">Where there are more numbers, neighbours are summed up.</param>
    public static string Draw(IReadOnlyCollection<long> numbers, int maxWidth)
    {
        int group = Math.Max(1, (numbers.Count + maxWidth - 1) / maxWidth);
        long[] sums = [.. numbers.Chunk(group).Select(chunk => chunk.Sum())];
        long max = Math.Max(1, sums.Append(0).Max());
        return string.Concat(sums.Select(sum => sum <= 0 ? Zero : Blocks[(int)Math.Ceiling((double)sum / max * Blocks.Length) - 1]));
    }
}
