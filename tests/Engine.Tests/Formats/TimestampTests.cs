using System.Globalization;
using System.Text;
using LogAnalysis.Times;
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
    [InlineData("20250124T070030Z", "2025-01-24T07:00:30+00:00")]
    [InlineData("Fri, 24 Jan 2025 07:00:30 GMT", "2025-01-24T07:00:30+00:00")]
    [InlineData("Jan 24, 2025 7:00:30 PM +0100", "2025-01-24T19:00:30+01:00")]
    [InlineData("24-Jan-2025 07:00:30 UTC", "2025-01-24T07:00:30+00:00")]
    [InlineData("1.7000000001e+09", "2023-11-14T22:13:20.1+00:00")]
    [InlineData("1700000000123456", "2023-11-14T22:13:20.123456+00:00")]
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
    [InlineData("2025/01/24 07:00:30")]
    [InlineData("2025.01.24 07:00:30")]
    [InlineData("2025-1-24 7:00:30")]
    [InlineData("2025-01-24_07:00:30")]
    [InlineData("20250124 07:00:30")]
    [InlineData("20250124-7:0:30")]
    [InlineData("20250124.070030")]
    [InlineData("250124  7:00:30")]
    [InlineData("250124 070030")]
    [InlineData("25/01/24 07:00:30")]
    [InlineData("24/01/2025 07:00:30")]
    [InlineData("01/24/2025 07:00:30")]
    [InlineData("1/24/2025 7:00:30 AM")]
    [InlineData("1/24/2025, 7:00:30 am")]
    [InlineData("24.01.2025 07:00:30")]
    [InlineData("24-01-2025 07:00:30")]
    [InlineData("24/Jan/2025 07:00:30")]
    [InlineData("24/Jan/2025:07:00:30")]
    [InlineData("24 Jan 2025 07:00:30")]
    [InlineData("Jan 24 2025 07:00:30")]
    [InlineData("Jan 24, 2025 7:00:30 AM")]
    [InlineData("Fri Jan 24 07:00:30 2025")]
    [InlineData("Fri Jan 24 07:00:30 CET 2025")]
    [InlineData("2025/01/24 - 07:00:30")]
    [InlineData("01-24 07:00:30.000")]
    [InlineData("Jan 24 07:00:30.000")]
    public void A_date_is_read_however_people_write_it(string text) =>
        Assert.Equal(new DateTime(2025, 1, 24, 7, 0, 30), Parse(text)?.DateTime);

    [Theory]
    [InlineData("2025-01-24 07:00:30.139")]
    [InlineData("2025-01-24 07:00:30,139")]
    [InlineData("2025-01-24 07:00:30:139")]
    [InlineData("20250124-7:0:30:139")]
    [InlineData("24-Jan-2025 07:00:30.139")]
    [InlineData("Fri Jan 24 07:00:30.139 2025")]
    public void So_is_a_fraction_of_a_second(string text) =>
        Assert.Equal(new DateTime(2025, 1, 24, 7, 0, 30, 139), Parse(text)?.DateTime);

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
    [InlineData("31/31/2025 07:00:30")]
    [InlineData("13/25/2025 07:00:30 AM")]
    [InlineData("Jan 32, 2025 7:00:30 AM")]
    [InlineData("20251324 070030")]
    [InlineData("99999999999999999999")]
    [InlineData("9.9e+09x")]
    [InlineData("1737702030.1396e9")]
    [InlineData("1700000000e20")]
    [InlineData("xxx")]
    [InlineData("12345")]
    [InlineData("-1700000000")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string text) => Assert.Null(Parse(text));

    private static DateTimeOffset? Parse(string text) =>
        Timestamps.TryParse(Encoding.UTF8.GetBytes(text), new DateTime(2025, 3, 1), out DateTimeOffset time) ? time : null;
}
