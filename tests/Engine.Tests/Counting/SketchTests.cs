using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class SketchTests
{
    private static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99];

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(256)]
    public void A_few_different_values_are_counted_exactly(int count)
    {
        var counter = new DistinctCounter();
        for (int i = 0; i < 3 * count; i++)
        {
            counter.Add(Encoding.UTF8.GetBytes($"value {i % count}"));
        }

        Assert.Equal(count, counter.Estimate());
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(50_000)]
    [InlineData(1_000_000)]
    public void Many_different_values_are_estimated_within_a_few_percent(int count)
    {
        var counter = new DistinctCounter();
        for (int i = 0; i < count; i++)
        {
            counter.Add(BitConverter.GetBytes(i));
        }

        Assert.InRange(counter.Estimate(), count * 0.95, count * 1.05);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5_000)]
    public void Counts_of_parts_merge_to_that_of_the_whole(int count)
    {
        DistinctCounter[] counters = [new(), new(), new()];
        for (int i = 0; i < count; i++)
        {
            counters[0].Add(BitConverter.GetBytes(i));
            counters[1 + (i % 2)].Add(BitConverter.GetBytes(i));
        }

        counters[1].Merge(counters[2]);
        Assert.Equal(counters[0].Estimate(), counters[1].Estimate());
    }

    [Fact]
    public void Percentiles_of_numbers_with_three_digits_are_exact()
    {
        var random = new Random(17);
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => Math.Round(random.NextDouble() * random.Next(1, 900), 0) / 1000)];
        var sketch = new QuantileSketch(new SketchBudget());
        Array.ForEach(numbers, sketch.Add);
        Array.Sort(numbers);
        Assert.Equal(Shares.Select(share => numbers[(int)Math.Ceiling(share * numbers.Length) - 1]), sketch.At(Shares));
    }

    [Fact]
    public void Percentiles_of_any_numbers_are_within_a_thousandth()
    {
        var random = new Random(17);
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(_ => Math.Exp(random.NextDouble() * 2) * (random.Next(2) == 0 ? 1 : 3))];
        QuantileSketch[] parts = [new(new SketchBudget()), new(new SketchBudget())];
        for (int i = 0; i < numbers.Length; i++)
        {
            parts[i % 2].Add(numbers[i]);
        }

        parts[0].Merge(parts[1]);
        Array.Sort(numbers);
        Assert.Equal(numbers.Length, parts[0].Count);
        double[] found = parts[0].At(Shares);
        for (int i = 0; i < Shares.Length; i++)
        {
            double exact = numbers[(int)Math.Ceiling(Shares[i] * numbers.Length) - 1];
            Assert.InRange(found[i], exact, exact * 1.001);
        }
    }

    [Fact]
    public void Sums_are_the_same_in_any_order()
    {
        double[] numbers = [0.1, 0.2, 0.3, 1e6, -0.6, 123456.789, 1e12, -1e12, 2.5e-9];
        foreach (double[] order in new double[][] { numbers, [.. numbers.AsEnumerable().Reverse()], [.. numbers.Order()] })
        {
            var sum = default(ExactSum);
            Array.ForEach(order, number => sum.Add(number));
            Assert.Equal(1_123_456.789, sum.ToDouble(), 6);
        }
    }
}
