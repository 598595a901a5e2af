using LogAnalysis.Views.Dashboard;
using Xunit;

namespace LogAnalysis.Tests.Views;

public sealed class SparklineTests
{
    [Theory]
    [InlineData(1, 69)]
    [InlineData(4, 69)]
    [InlineData(69, 69)]
    [InlineData(95, 69)]
    [InlineData(120, 7)]
    public void Spreading_buckets_over_columns_keeps_their_sum(int buckets, int columns)
    {
        long[] counts = [.. Enumerable.Range(0, buckets).Select(i => (long)(i * 7 % 11))];
        Assert.Equal(counts.Sum(), Sparkline.Spread(counts, columns).Sum(), tolerance: 1e-6);
    }

    [Theory]
    [InlineData(1, 69)]
    [InlineData(95, 69)]
    [InlineData(120, 7)]
    public void What_is_placed_is_in_one_column_each(int buckets, int columns)
    {
        long[] counts = new long[buckets];
        counts[buckets / 2] = 3;
        double[] placed = Sparkline.Place(counts, columns);
        Assert.Equal(3, Assert.Single(placed, value => value > 0));
        Assert.InRange(Array.IndexOf(placed, 3), (columns / 2) - 1, (columns / 2) + 1);
    }

    [Theory]
    [InlineData("one two three", 20, 2, "one two three")]
    [InlineData("one two three", 8, 2, "one two/three")]
    [InlineData("one two three", 7, 2, "one two/three")]
    [InlineData("one two three four", 8, 2, "one two/three f…")]
    [InlineData("onetwothree", 5, 2, "onetw/othr…")]
    public void Text_is_broken_at_spaces(string text, int width, int lines, string expected) => Assert.Equal(expected, string.Join('/', DisplayWidth.Wrap(text, width, lines)));

    [Theory]
    [InlineData(new double[] { 0, 1, 4, 8 }, new[] { " ▁▄█" })]
    [InlineData(new double[] { 0, 0.001, 1000 }, new[] { " ▁█" })]
    [InlineData(new double[] { 1, 2 }, new[] { " █", "██" })]
    [InlineData(new double[] { 0, 0 }, new[] { "  " })]
    [InlineData(new double[] { }, new[] { "" })]
    public void Columns_reach_to_the_top_and_small_ones_are_seen(double[] values, string[] expected) =>
        Assert.Equal(expected, Sparkline.Draw(values, expected.Length));

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.0001, "▏")]
    [InlineData(0.5, "█████")]
    [InlineData(0.55, "█████▌")]
    [InlineData(1, "██████████")]
    [InlineData(2, "██████████")]
    public void Bars_are_as_long_as_their_share(double share, string expected) => Assert.Equal(expected, Sparkline.Bar(share, 10));
}
