using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>The times below a chart: how many, which, and which of them remain on a phone.</summary>
public sealed class TimeAxisTests
{
    private static readonly DateTimeOffset Start = new(2025, 5, 12, 0, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void A_week_has_noons_between_its_days_and_loses_those_first()
    {
        var axis = AxisOf(TimeSpan.FromHours(3), 56);
        Assert.Equal(["12 May", "12:00", "13 May", "12:00", "14 May", "12:00", "15 May", "12:00", "16 May", "12:00", "17 May", "12:00", "18 May", "12:00"], axis.Ticks().Select(tick => tick.Label));
        Assert.Equal(["12 May", "14 May", "16 May", "18 May"], axis.Ticks().Where(tick => tick.IsMajor).Select(tick => tick.Label));
    }

    [Fact]
    public void What_begins_at_noon_keeps_its_days_too()
    {
        var axis = AxisOf(TimeSpan.FromHours(1), 72, Start.AddHours(12));
        Assert.Equal(["12:00", "18:00", "13 May", "06:00", "12:00", "18:00", "14 May", "06:00", "12:00", "18:00", "15 May", "06:00"], axis.Ticks().Select(tick => tick.Label));
        Assert.Equal(["13 May", "14 May", "15 May"], axis.Ticks().Where(tick => tick.IsMajor).Select(tick => tick.Label));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(900)]
    [InlineData(86_400)]
    [InlineData(7 * 86_400)]
    [InlineData(3650L * 86_400)]
    public void There_are_never_more_than_there_is_room_for(long seconds)
    {
        for (int buckets = 1; buckets <= 240; buckets++)
        {
            var axis = AxisOf(TimeSpan.FromSeconds(seconds), buckets);
            Assert.InRange(axis.Ticks().Count, 0, 15);
            Assert.InRange(axis.Ticks().Count(tick => tick.IsMajor), 0, 6);
            Assert.InRange(axis.Ticks().Sum(tick => tick.Label.Length), 0, 90);
        }
    }

    [Fact]
    public void A_time_takes_whole_columns()
    {
        var axis = AxisOf(TimeSpan.FromHours(3), 56);
        DateTimeOffset from = Start.AddDays(3).AddHours(14);
        Assert.Equal((28, 30), (axis.ColumnOf(from), axis.EndColumnOf(from.AddHours(3))));
        Assert.Equal(axis.ColumnOf(from) + 1, axis.EndColumnOf(from.AddMinutes(1)));
        Assert.Equal(56, axis.EndColumnOf(Start.AddDays(9)));
    }

    private static TimeAxis AxisOf(TimeSpan size, int buckets, DateTimeOffset? start = null)
    {
        DateTimeOffset first = start ?? Start;
        return new TimeAxis([new LogTimeBucket { Start = first.ToUniversalTime() }, new LogTimeBucket { Start = first.ToUniversalTime() + (size * (buckets - 1)) }], size, Start.Offset, 240);
    }
}
