namespace LogAnalysis.Reporting;

/// <summary>Draws numbers as a line of block characters.</summary>
internal static class SparklineText
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A dot, where a blank would be swallowed.</summary>
    private const char None = '·';

    /// <summary>Draws numbers as bars, the greatest as a whole block; what is not zero is at least the lowest bar.</summary>
    /// <param name="numbers">Numbers of zero and above.</param>
    /// <param name="maxWidth">Where there are more numbers, neighbours are summed up.</param>
    public static string Draw(IReadOnlyCollection<long> numbers, int maxWidth)
    {
        int group = Math.Max(1, (numbers.Count + maxWidth - 1) / maxWidth);
        long[] sums = [.. numbers.Chunk(group).Select(chunk => chunk.Sum())];
        long greatest = Math.Max(1, sums.Append(0).Max());
        return string.Concat(sums.Select(sum => sum <= 0 ? None : Blocks[(int)Math.Ceiling((double)sum / greatest * Blocks.Length) - 1]));
    }
}
