using System.Globalization;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests;

public sealed class PointInTimeParserTests
{
    private static readonly DateTimeOffset Now = new(DateTime.SpecifyKind(new DateTime(2025, 1, 24, 7, 0, 30), DateTimeKind.Local));

    [Theory]
    [InlineData("-1h", "2025-01-24 06:00:30")]
    [InlineData("-30m", "2025-01-24 06:30:30")]
    [InlineData("-7d", "2025-01-17 07:00:30")]
    [InlineData("7d", "2025-01-17 07:00:30")]
    [InlineData("1h30m", "2025-01-24 05:30:30")]
    [InlineData("-1h30m", "2025-01-24 05:30:30")]
    [InlineData("90min", "2025-01-24 05:30:30")]
    [InlineData("02:00", "2025-01-24 02:00:00")]
    [InlineData("23:59:59", "2025-01-24 23:59:59")]
    [InlineData("today", "2025-01-24 00:00:00")]
    [InlineData("Yesterday", "2025-01-23 00:00:00")]
    [InlineData("2025-01-20", "2025-01-20 00:00:00")]
    [InlineData("2025-01-20T05:06", "2025-01-20 05:06:00")]
    public void A_time_is_local_and_a_span_counts_back_from_now(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), PointInTimeParser.Parse(text, Now)?.LocalDateTime);

    [Fact]
    public void A_time_with_a_zone_is_that_instant() =>
        Assert.Equal(new DateTimeOffset(2025, 1, 20, 5, 6, 0, TimeSpan.Zero), PointInTimeParser.Parse("2025-01-20T05:06Z", Now));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday-ish")]
    [InlineData("-")]
    [InlineData("-5 potatoes")]
    [InlineData("-9999999d")]
    [InlineData("9999999d")]
    [InlineData("1h30")]
    [InlineData("25:00")]
    public void What_is_none_is_refused(string text) => Assert.Null(PointInTimeParser.Parse(text, Now));
}
