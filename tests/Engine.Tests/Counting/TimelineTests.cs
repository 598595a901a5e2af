using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 24, 7, 0, 30, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(119, 1)]
    [InlineData(121, 5)]
    [InlineData(86_400, 900)]
    [InlineData(365 * 86_400, 7 * 86_400)]
    [InlineData(40L * 365 * 86_400, 364 * 86_400)]
    public void The_bucket_is_the_smallest_of_the_ladder_that_fits_the_span(long seconds, int expected)
    {
        var timeline = new Timeline();
        timeline.Add(Start, LogLevel.Error, 0);
        timeline.Add(Start.AddSeconds(seconds), LogLevel.Error, 0);
        Assert.Equal(TimeSpan.FromSeconds(expected), timeline.BucketSize);
        Assert.InRange(timeline.ToBuckets().Length, 1, Timeline.MaxBuckets);
    }

    [Fact]
    public void Buckets_follow_each_other_without_gaps_and_begin_on_the_clock()
    {
        var timeline = new Timeline();
        timeline.Add(Start, LogLevel.Warning, 404);
        timeline.Add(Start.AddHours(3), LogLevel.Error, 503);
        LogTimeBucket[] buckets = timeline.ToBuckets();
        Assert.All(buckets, bucket => Assert.Equal(0, bucket.Start.ToUnixTimeSeconds() % (long)timeline.BucketSize.TotalSeconds));
        Assert.All(buckets.Zip(buckets[1..]), pair => Assert.Equal(timeline.BucketSize, pair.Second.Start - pair.First.Start));
        Assert.Equal((1, 0, 1, 0), (buckets[0].Entries, buckets[0].Errors, buckets[0].Warnings, buckets[0].ServerErrors));
        Assert.Equal((1, 1, 0, 1), (buckets[^1].Entries, buckets[^1].Errors, buckets[^1].Warnings, buckets[^1].ServerErrors));
    }

    [Fact]
    public void The_ends_of_time_fit()
    {
        var timeline = new Timeline();
        timeline.Add(DateTimeOffset.MaxValue, LogLevel.Error, 0);
        timeline.Add(DateTimeOffset.MinValue, LogLevel.Error, 0);
        Assert.Equal(2, timeline.ToBuckets().Sum(bucket => bucket.Entries));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_does_not_matter(int seed)
    {
        var random = new Random(seed);
        DateTimeOffset[] times = [.. Enumerable.Range(0, 500).Select(_ => Start.AddSeconds(random.Next(1_000_000)))];
        var forward = new Timeline();
        var shuffled = new Timeline();
        Array.ForEach(times, time => forward.Add(time, LogLevel.Error, 500));
        random.Shuffle(times);
        Array.ForEach(times, time => shuffled.Add(time, LogLevel.Error, 500));
        Assert.Equal(forward.ToBuckets().Select(Describe), shuffled.ToBuckets().Select(Describe));
    }

    private static string Describe(LogTimeBucket bucket) => $"{bucket.Start:u} {bucket.Entries} {bucket.Errors} {bucket.ServerErrors}";
}
