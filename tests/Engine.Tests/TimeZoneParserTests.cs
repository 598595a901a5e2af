using System.Text;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests;

public sealed class TimeZoneParserTests
{
    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("utc", 0)]
    [InlineData("Z", 0)]
    [InlineData("GMT", 0)]
    [InlineData("+02:00", 120)]
    [InlineData("+0200", 120)]
    [InlineData("+2", 120)]
    [InlineData("-03:30", -210)]
    [InlineData("UTC-5", -300)]
    [InlineData("gmt +01:00", 60)]
    [InlineData("+14:00", 840)]
    [InlineData(" Europe/Berlin ", 60)]
    [InlineData("europe/berlin", 60)]
    [InlineData("W. Europe Standard Time", 60)]
    public void A_zone_is_read_however_people_write_it(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), TimeZoneParser.Parse(text)?.BaseUtcOffset);

    [Fact]
    public void Local_is_the_zone_of_this_machine() => Assert.Equal(TimeZoneInfo.Local, TimeZoneParser.Parse("Local"));

    [Theory]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("PDT")]
    [InlineData("+15:00")]
    [InlineData("+14:30")]
    [InlineData("+01:60")]
    [InlineData("+1:5")]
    [InlineData("../../etc/passwd")]
    [InlineData("Europe/Berlin\0")]
    public void What_is_no_zone_is_refused(string text) => Assert.Null(TimeZoneParser.Parse(text));

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("Europe/Berlni", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("W. Europe Standart Time", "W. Europe Standard Time")]
    [InlineData("PDT", "-07:00")]
    public void What_may_be_meant_is_suggested(string text, string suggestion) => Assert.Contains(suggestion, TimeZoneParser.Suggest(text));

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("a")]
    public void Nothing_is_suggested_where_nothing_is_near(string text) => Assert.Empty(TimeZoneParser.Suggest(text));

    [Theory]
    [InlineData("2025-01-24 07:00:30", 1)]
    [InlineData("2025-07-24 07:00:30", 2)]
    [InlineData("2025-10-26 02:30:00", 1)]
    [InlineData("2025-03-30 02:30:00", 1)]
    [InlineData("2025-01-24 07:00:30 -0500", -5)]
    public void A_time_without_an_offset_is_of_the_zone_and_of_standard_time_where_clocks_are_set(string time, int hours)
    {
        var conventions = new TimeConventions(TimeZoneParser.Parse("Europe/Berlin"), default);
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(time), new DateTime(2025, 11, 1), conventions, out DateTimeOffset read));
        Assert.Equal(TimeSpan.FromHours(hours), read.Offset);
    }
}
