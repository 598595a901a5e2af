using LogAnalysis.Reporting.Comparing;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class RateTestTests
{
    /// <summary>Compared with sums of binomial coefficients, exactly as far as a double goes.</summary>
    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, 0, 0.5)]
    [InlineData(3, 3, 0.5)]
    [InlineData(1, 9, 0.5)]
    [InlineData(9, 1, 0.04)]
    [InlineData(40, 70, 0.6)]
    [InlineData(300, 200, 0.5)]
    [InlineData(0, 50, 0.01)]
    public void The_chance_of_a_difference_is_that_of_the_smaller_tail_twice(int before, int after, double share)
    {
        int all = before + after;
        double[] chances = [.. Enumerable.Range(0, all + 1).Select(count => Math.Exp(LogChoose(all, count) + (count * Math.Log(share)) + ((all - count) * Math.Log(1 - share))))];
        double expected = Math.Min(1, 2 * Math.Min(chances.Take(after + 1).Sum(), chances.Skip(after).Sum()));
        Assert.Equal(expected, RateTest.PValue(before, after, share), 1e-10);
    }

    [Theory]
    [InlineData(1_000_000_000, 1_000_000_000)]
    [InlineData(1_000_000_000_000, 1_000_000_000_000)]
    public void Equal_counts_are_chance_however_large(long before, long after) => Assert.InRange(RateTest.PValue(before, after, 0.5), 0.99, 1);

    [Fact]
    public void Large_counts_that_differ_are_not_chance()
    {
        Assert.InRange(RateTest.PValue(1_000_000_000, 1_001_000_000, 0.5), 0, 1e-50);
        Assert.InRange(RateTest.PValue(long.MaxValue / 4, 10, 0.5), 0, 1e-50);
    }

    [Fact]
    public void Of_many_comparisons_of_what_is_equal_hardly_any_is_significant()
    {
        // Counts of a Poisson distribution with the same mean, made by a fixed seed.
        var random = new Random(7);
        double[] chance = [.. Enumerable.Range(0, 2000).Select(_ => RateTest.PValue(Poisson(random, 5), Poisson(random, 5), 0.5))];
        Assert.InRange(chance.Count(value => value <= 0.05), 20, 100);
        Assert.DoesNotContain(RateTest.Adjust(chance), value => value <= 0.05);
    }

    [Fact]
    public void Adjusting_keeps_the_order_and_what_is_alone() =>
        Assert.Equal([0.03, 0.03, 0.5], RateTest.Adjust([0.01, 0.02, 0.5]).Select(value => Math.Round(value, 10)));

    private static double LogChoose(int all, int some) => Enumerable.Range(1, some).Sum(i => Math.Log(all - some + i) - Math.Log(i));

    private static long Poisson(Random random, double mean)
    {
        long count = 0;
        for (double product = random.NextDouble(); product > Math.Exp(-mean); product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
