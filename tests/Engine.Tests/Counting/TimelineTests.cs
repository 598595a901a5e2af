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
        TimelineView view = timeline.ToView(TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(expected), view.BucketSize);
        Assert.InRange(view.Buckets.Length, 1, Timeline.MaxBuckets);
    }

    [Fact]
    public void Buckets_follow_each_other_without_gaps_and_begin_on_the_clock()
    {
        var timeline = new Timeline();
        timeline.Add(Start, LogLevel.Warning, 404);
        timeline.Add(Start.AddHours(3), LogLevel.Error, 503);
        TimelineView view = timeline.ToView(TimeSpan.Zero);
        LogTimeBucket[] buckets = view.Buckets;
        Assert.All(buckets, bucket => Assert.Equal(0, bucket.Start.ToUnixTimeSeconds() % (long)view.BucketSize.TotalSeconds));
        Assert.All(buckets.Zip(buckets[1..]), pair => Assert.Equal(view.BucketSize, pair.Second.Start - pair.First.Start));
        Assert.Equal((1, 0, 1, 0), (buckets[0].Entries, buckets[0].Errors, buckets[0].Warnings, buckets[0].ServerErrors));
        Assert.Equal((1, 1, 0, 1), (buckets[^1].Entries, buckets[^1].Errors, buckets[^1].Warnings, buckets[^1].ServerErrors));
    }

    [Theory]
    [InlineData(1, 86_400)]
    [InlineData(-5, 86_400)]
    [InlineData(5.5, 86_400)]
    [InlineData(5.5, 10_800)]
    [InlineData(2, 43_200)]
    public void Buckets_of_hours_and_days_begin_with_those_of_the_log(double offset, int width)
    {
        var zone = TimeSpan.FromHours(offset);
        DateTimeOffset midnight = new(2025, 1, 24, 0, 0, 0, zone);
        foreach (Timeline timeline in new[] { new Timeline(TimeSpan.FromSeconds(width)), new Timeline() })
        {
            for (int hour = 0; hour < 24 * 8; hour++)
            {
                timeline.Add(midnight.AddHours(hour), LogLevel.Error, 0);
            }

            TimelineView view = timeline.ToView(zone);
            Assert.Equal(midnight, view.Buckets[0].Start);
            Assert.All(view.Buckets, bucket => Assert.Equal(view.BucketSize.TotalHours, bucket.Entries));
        }
    }

    [Fact]
    public void A_few_times_that_are_far_from_all_others_have_no_bucket()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 1000; i++)
        {
            timeline.Add(Start.AddSeconds(i), LogLevel.Information, 0);
        }

        timeline.Add(DateTimeOffset.UnixEpoch, LogLevel.Error, 0);
        timeline.Add(new DateTimeOffset(2106, 2, 7, 6, 28, 15, TimeSpan.Zero), LogLevel.Error, 0);
        TimelineView view = timeline.ToView(Start.Offset);
        Assert.Equal((1000, TimeSpan.FromSeconds(15)), (view.Buckets.Sum(bucket => bucket.Entries), view.BucketSize));
        Assert.Equal((2, 1970, 2106), (view.OmittedEntries, view.OmittedFrom.Year, view.OmittedTo.Year));
    }

    [Theory]
    [InlineData(1, 31)]
    [InlineData(12, 31)]
    [InlineData(12, 365)]
    public void What_happens_now_and_then_is_far_from_nothing(int times, int days)
    {
        var timeline = new Timeline();
        for (int i = 0; i < times; i++)
        {
            timeline.Add(Start.AddDays(i * days), LogLevel.Error, 0);
        }

        Assert.Equal((times, 0), (timeline.ToView(TimeSpan.Zero).Buckets.Sum(bucket => bucket.Entries), timeline.ToView(TimeSpan.Zero).OmittedEntries));
    }

    [Fact]
    public void A_width_that_was_asked_for_leaves_out_empty_buckets_only_where_there_would_be_very_many()
    {
        var timeline = new Timeline(TimeSpan.FromSeconds(1));
        timeline.Add(Start, LogLevel.Error, 0);
        timeline.Add(Start.AddSeconds(9999), LogLevel.Error, 0);
        Assert.Equal(10_000, timeline.ToView(TimeSpan.Zero).Buckets.Length);
        timeline.Add(Start.AddSeconds(10_000), LogLevel.Error, 0);
        Assert.Equal(3, timeline.ToView(TimeSpan.Zero).Buckets.Length);
    }

    [Fact]
    public void The_ends_of_time_fit()
    {
        var timeline = new Timeline();
        timeline.Add(DateTimeOffset.MaxValue, LogLevel.Error, 0);
        timeline.Add(DateTimeOffset.MinValue, LogLevel.Error, 0);
        Assert.Equal(2, timeline.ToView(TimeSpan.FromHours(14)).Buckets.Sum(bucket => bucket.Entries));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Neither_order_nor_how_it_is_split_matters(int seed)
    {
        var random = new Random(seed);
        DateTimeOffset[] times = [.. Enumerable.Range(0, 5000).Select(_ => Start.AddSeconds(random.Next(1_000_000)))];
        var forward = new Timeline();
        Array.ForEach(times, time => forward.Add(time, LogLevel.Error, 500));
        random.Shuffle(times);
        var shuffled = new Timeline();
        Timeline part = shuffled.Fork();
        for (int i = 0; i < times.Length; i++)
        {
            (i % 3 == 0 ? part : shuffled).Add(times[i], LogLevel.Error, 500);
        }

        shuffled.Merge(part);
        Assert.Equal(forward.ToKept().Select(Describe), shuffled.ToKept().Select(Describe));
        Assert.Equal(forward.ToView(Start.Offset).Buckets.Select(Describe), shuffled.ToView(Start.Offset).Buckets.Select(Describe));
    }

    private static string Describe(LogTimeBucket bucket) => $"{bucket.Start:u} {bucket.Entries} {bucket.Errors} {bucket.ServerErrors}";
}
