using System.Globalization;
using System.Text;
using LogAnalysis.Formats.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2025-01-24T07:00:30Z", "2025-01-24T07:00:30+00:00")]
    [InlineData("2025-01-24T07:00:30.139+01:00", "2025-01-24T07:00:30.139+01:00")]
    [InlineData("2025-01-24 07:00:30,139 -0330", "2025-01-24T07:00:30.139-03:30")]
    [InlineData("2025/01/24 07:00:30.123456789Z", "2025-01-24T07:00:30.1234567+00:00")]
    [InlineData("2025-01-24 07:00:30.5 UTC", "2025-01-24T07:00:30.5+00:00")]
    [InlineData("2025-01-24t07:00:30z", "2025-01-24T07:00:30+00:00")]
    [InlineData("17/May/2015:10:05:03 +0000", "2015-05-17T10:05:03+00:00")]
    [InlineData("22/Jan/2019:03:56:14 +0330", "2019-01-22T03:56:14+03:30")]
    [InlineData("1700000000", "2023-11-14T22:13:20+00:00")]
    [InlineData("1700000000.25", "2023-11-14T22:13:20.25+00:00")]
    [InlineData("1700000000123", "2023-11-14T22:13:20.123+00:00")]
    [InlineData("1700000000123456789", "2023-11-14T22:13:20.1234567+00:00")]
    public void A_time_with_a_zone_is_the_instant_it_says(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Parse(text));

    [Theory]
    [InlineData("2025-01-24 07:00:30,139")]
    [InlineData("2025-07-24T07:00:30.139")]
    public void A_time_without_a_zone_is_local(string text)
    {
        DateTime clock = DateTime.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);
        Assert.Equal(new DateTimeOffset(clock), Parse(text));
    }

    [Theory]
    [InlineData("Feb 28 09:23:38", "2025-02-28 09:23:38")]
    [InlineData("Mar  1 23:00:00", "2025-03-01 23:00:00")]
    [InlineData("Mar  3 09:23:38", "2024-03-03 09:23:38")]
    [InlineData("Nov  3 09:23:38", "2024-11-03 09:23:38")]
    [InlineData("Feb 29 00:00:00", "2024-02-29 00:00:00")]
    [InlineData("0228 15:04:22.619632", "2025-02-28 15:04:22.619632")]
    [InlineData("1231 15:04:22.619632", "2024-12-31 15:04:22.619632")]
    public void A_time_without_a_year_is_the_latest_that_is_not_after_its_log_was_written(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), Parse(text)?.DateTime);

    [Theory]
    [InlineData("2025-02-30 07:00:30")]
    [InlineData("2025-01-24 25:00:30")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2025-01-24T07:00:30+14:30")]
    [InlineData("32/May/2015:10:05:03 +0000")]
    [InlineData("17/Mai/2015:10:05:03 +0000")]
    [InlineData("xxx")]
    [InlineData("12345")]
    [InlineData("-1700000000")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string text) => Assert.Null(Parse(text));

    private static DateTimeOffset? Parse(string text) =>
        Timestamps.TryParse(Encoding.UTF8.GetBytes(text), new DateTime(2025, 3, 1), out DateTimeOffset time) ? time : null;
}
