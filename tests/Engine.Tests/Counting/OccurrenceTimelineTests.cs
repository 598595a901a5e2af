using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class OccurrenceTimelineTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 24, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Neither_order_nor_how_it_is_split_matters(int seed)
    {
        var random = new Random(seed);
        DateTimeOffset[] times = [.. Enumerable.Range(0, 2000).Select(_ => Start.AddSeconds(random.Next(500_000)))];
        var forward = new OccurrenceTimeline();
        Array.ForEach(times, forward.Add);
        random.Shuffle(times);
        var (one, other) = (new OccurrenceTimeline(), new OccurrenceTimeline());
        for (int i = 0; i < times.Length; i++)
        {
            (i % 2 == 0 ? one : other).Add(times[i]);
        }

        one.Merge(other);
        Assert.Equal((forward.Width, string.Join(' ', forward.Buckets)), (one.Width, string.Join(' ', one.Buckets)));
        Assert.InRange(forward.Buckets.Count(), 1, OccurrenceTimeline.MaxBuckets);
    }

    [Fact]
    public void A_bucket_that_several_spans_share_is_split_and_nothing_is_lost()
    {
        var times = new OccurrenceTimeline();
        times.Add(3600, [(Start.ToUnixTimeSeconds() / 3600, 7), ((Start.ToUnixTimeSeconds() / 3600) + 1, 1)]);
        long[] starts = [.. Enumerable.Range(0, 8).Select(i => Start.ToUnixTimeSeconds() + (i * 900))];
        long[] counts = times.In(starts, 900);
        Assert.Equal((8, 7), (counts.Sum(), counts[..4].Sum()));
        Assert.All(counts[..4], count => Assert.InRange(count, 1, 2));
        Assert.Equal(3.5, times.Between(starts[0], starts[2]));
    }

    [Fact]
    public void Times_before_1970_have_buckets_too()
    {
        var times = new OccurrenceTimeline();
        times.Add(DateTimeOffset.MinValue);
        times.Add(DateTimeOffset.UnixEpoch.AddSeconds(-1));
        Assert.Equal([1L], times.In([-1], 1));
    }
}
