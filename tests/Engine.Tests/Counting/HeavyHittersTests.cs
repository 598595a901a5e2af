using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>The most frequent values are the same however the values were split among counters.</summary>
public sealed class HeavyHittersTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Parts_that_are_joined_in_their_order_count_like_one(int seed)
    {
        var random = new Random(seed);
        int distinct = random.Next(4) == 0 ? 3 * HeavyHitters.MaxExact : random.Next(1, 5000);
        byte[][] values = [.. Enumerable.Range(0, 200_000).Select(_ => Value(random, distinct))];
        var whole = new HeavyHitters();
        Array.ForEach(values, value => whole.Add(value));
        var joined = new HeavyHitters();
        for (int from = 0; from < values.Length;)
        {
            int length = Math.Min(random.Next(1, 30_000), values.Length - from);
            HeavyHitters part = joined.Fork();
            Array.ForEach(values[from..(from + length)], value => part.Add(value));
            joined.Merge(part);
            from += length;
        }

        Assert.Equal(Describe(whole), Describe(joined));
        Assert.Equal(values.Length, joined.Total);
    }

    [Fact]
    public void Values_that_differ_only_in_bytes_that_are_not_UTF_8_are_one_and_the_most_frequent_if_together_they_are()
    {
        var values = new HeavyHitters();
        foreach (byte[] value in new byte[][] { [0xFF], [0xFE], "a"u8.ToArray(), "b"u8.ToArray(), "b"u8.ToArray(), [0xFD] })
        {
            values.Add(value);
        }

        Assert.Equal(("�", 3L), values.ToTop(1).Select(top => (top.Value, top.Count)).Single());
    }

    [Fact]
    public void Of_equally_frequent_values_those_come_first_whose_names_do()
    {
        var values = new HeavyHitters();
        foreach (string value in new[] { "c", "d", "a", "b", "d" })
        {
            values.Add(Encoding.UTF8.GetBytes(value));
        }

        Assert.Equal(["d", "a", "b"], values.ToTop(3).Select(top => top.Value));
    }

    private static byte[] Value(Random random, int distinct) =>
        Encoding.UTF8.GetBytes($"/{(int)(distinct * Math.Pow(random.NextDouble(), 3))}");

    private static string Describe(HeavyHitters values) =>
        string.Join(' ', values.ToTop(50).Select(top => $"{top.Value}:{top.Count}-{top.MaxUndercount}"));
}
