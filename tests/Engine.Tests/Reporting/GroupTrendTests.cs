using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>A pattern that began or ended during the report says so.</summary>
public sealed class GroupTrendTests
{
    private static readonly DateTimeOffset Start = new(2025, 5, 12, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 100, 50, "ongoing")]
    [InlineData(60, 100, 50, "new")]
    [InlineData(0, 40, 50, "ended")]
    [InlineData(40, 60, 50, "ended")]
    [InlineData(0, 85, 4, "ongoing")]
    [InlineData(95, 100, 2, null)]
    public void A_pattern_is_new_or_has_ended_where_it_is_silent_for_long(int first, int last, long count, string? expected)
    {
        LogReport report = SomeReport.Of([.. Enumerable.Range(0, 101).Select(i => (Start.AddMinutes(i), 200))]);
        var group = new LogErrorGroup { Name = "x", Count = count, Percent = 1, Level = LogLevel.Error, First = Start.AddMinutes(first), Last = Start.AddMinutes(last), Paths = [] };
        Assert.Equal(expected, GroupTrend.Of(group, report));
    }

    [Fact]
    public void Times_at_the_end_of_all_time_can_be_compared()
    {
        DateTimeOffset end = DateTimeOffset.MaxValue;
        LogReport report = SomeReport.Of([(Start, 200), (end, 200)]);
        var group = new LogErrorGroup { Name = "x", Count = 50, Percent = 1, Level = LogLevel.Error, First = Start, Last = end, Paths = [] };
        Assert.Equal("ongoing", GroupTrend.Of(group, report));
    }

    [Fact]
    public void A_list_says_what_it_leaves_out()
    {
        Assert.Equal((string.Empty, ": 10 of 1,600", ": 10 of 16, 61 errors in the others"), (CutText.Of(10, 10), CutText.Of(10, 1600), CutText.Of(10, 16, 61, "errors")));
    }
}
