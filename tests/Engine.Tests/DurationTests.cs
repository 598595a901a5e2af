using System.Globalization;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests;

public sealed class DurationTests
{
    [Theory]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("30s", "00:00:30")]
    [InlineData("1.5m", "00:01:30")]
    [InlineData("1H", "01:00:00")]
    [InlineData("7d", "7.00:00:00")]
    [InlineData("90min", "01:30:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("1h 30min", "01:30:00")]
    [InlineData("1 hour 30 minutes", "01:30:00")]
    [InlineData("1.5 Days", "1.12:00:00")]
    [InlineData("2w", "14.00:00:00")]
    [InlineData(" 90 ", "00:01:30")]
    [InlineData("0.25", "00:00:00.25")]
    [InlineData("00:05:00", "00:05:00")]
    [InlineData("1.02:00:00", "1.02:00:00")]
    [InlineData("0", "00:00:00")]
    public void A_duration_is_read_as_people_write_it(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5 potatoes")]
    [InlineData("-5s")]
    [InlineData("-00:00:05")]
    [InlineData("1e9")]
    [InlineData("99999999999d")]
    [InlineData("1.2.3s")]
    [InlineData("1h30")]
    [InlineData("1h-30m")]
    [InlineData("h30m")]
    [InlineData("9999999d 9999999d")]
    public void What_is_none_is_refused(string text) => Assert.Null(Duration.Parse(text));
}
