using System.Globalization;
using System.Text;
using LogAnalysis.Tests.Support;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2025-01-24T07:00:30UT")]
    [InlineData("2025-01-24T07:00:30AB")]
    [InlineData("2025-01-24T07:00:30 C")]
    public void A_line_that_ends_within_the_name_of_a_zone_is_read(string line) =>
        Assert.Equal(line, Assert.Single(CollectingSink.ReadText(line)).Text);

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
    [InlineData("Fri Jan 24 07:00:30 UTC 2025", "2025-01-24T07:00:30+00:00")]
    [InlineData("Fri Jan 24 07:00:30 AM PST 2025", "2025-01-24T07:00:30-08:00")]
    [InlineData("1/24/25 7:00:30:139 CEST", "2025-01-24T07:00:30.139+02:00")]
    [InlineData("2025-01-24 07:00:30 MSK", "2025-01-24T07:00:30+03:00")]
    [InlineData("2025-01-24 07:00:30 GMT+2", "2025-01-24T07:00:30+02:00")]
    [InlineData("2025-01-24 07:00:30 UTC-03:30", "2025-01-24T07:00:30-03:30")]
    [InlineData("2025-01-24 07:00:30 UTC+1:00", "2025-01-24T07:00:30+01:00")]
    [InlineData("2025-01-24 07:00:30 EST5EDT", "2025-01-24T07:00:30-05:00")]
    [InlineData("2025-07-24 07:00:30 EST5EDT", "2025-07-24T07:00:30-04:00")]
    [InlineData("2025-07-24 07:00:30 Europe/Berlin", "2025-07-24T07:00:30+02:00")]
    [InlineData("2025-01-24T07:00:30+01:00[Europe/Berlin]", "2025-01-24T07:00:30+01:00")]
    [InlineData("2025-01-24 07:00:30 W. Europe Standard Time", "2025-01-24T07:00:30+01:00")]
    [InlineData("2025-01-24 07:00:30 Pacific Daylight Time", "2025-01-24T07:00:30-07:00")]
    [InlineData("2025-01-24 07:00:30 Coordinated Universal Time", "2025-01-24T07:00:30+00:00")]
    [InlineData("2025-01-24-07.00.30.139632+060", "2025-01-24T07:00:30.139632+01:00")]
    [InlineData("2025-01-24-07.00.30.139632-300", "2025-01-24T07:00:30.139632-05:00")]
    [InlineData("2025-024T07:00:30Z", "2025-01-24T07:00:30+00:00")]
    [InlineData("2024-366T23:59:60Z", "2024-12-31T23:59:59+00:00")]
    [InlineData("@40000000679339e808b8af00", "2025-01-24T06:57:34.1463211+00:00")]
    [InlineData("@40000000679339e8", "2025-01-24T06:57:34+00:00")]
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
    [InlineData("2025:01:24-07:00:30")]
    [InlineData("2025-01-24  7:00:30")]
    [InlineData("2025-01-24 07.00.30")]
    [InlineData("2025-01-24_07-00-30")]
    [InlineData("2025-01-24 07:00.30")]
    [InlineData("2025-01-24 | 07:00:30")]
    [InlineData("2025-01-24\t07:00:30")]
    [InlineData("2025-1-24 7:0:30")]
    [InlineData("2025-024 07:00:30")]
    [InlineData("2025-Jan-24 07:00:30")]
    [InlineData("2025 Jan 24 07:00:30")]
    [InlineData("20250124070030")]
    [InlineData("24.01.25 07:00:30")]
    [InlineData("24-JAN-25 07.00.30 AM")]
    [InlineData("24Jan2025 07:00:30.000")]
    [InlineData("24 January 2025 07:00:30")]
    [InlineData("Jan-24-25 07:00:30")]
    [InlineData("Friday, January 24, 2025 7:00:30 AM")]
    [InlineData("Jan 24, 2025 at 7:00:30 AM")]
    [InlineData("Fri 24 Jan 07:00:30 2025")]
    [InlineData("07:00:30 24/01/2025")]
    [InlineData("01/24 07:00:30")]
    [InlineData("Jan 24 07:00:30 2025")]
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
    [InlineData("Feb 8 09:23:38", "2025-02-08 09:23:38")]
    [InlineData("Feb  8 9:23:38", "2025-02-08 09:23:38")]
    [InlineData("Sat Feb 29 09:23:38", "2020-02-29 09:23:38")]
    [InlineData("Mon Nov  6 09:23:38", "2023-11-06 09:23:38")]
    [InlineData("03/03 09:23:38", "2024-03-03 09:23:38")]
    [InlineData("0228 15:04:22.619632", "2025-02-28 15:04:22.619632")]
    [InlineData("1231 15:04:22.619632", "2024-12-31 15:04:22.619632")]
    public void A_time_without_a_year_is_the_latest_that_is_not_after_its_log_was_written(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), Parse(text)?.DateTime);

    [Theory]
    [InlineData("CST", "America/Chicago", -6)]
    [InlineData("CST", "Asia/Shanghai", 8)]
    [InlineData("CST", "Europe/Berlin", -6)]
    [InlineData("IST", "Asia/Jerusalem", 2)]
    [InlineData("IST", "Europe/Berlin", 5.5)]
    [InlineData("BST", "Europe/London", 1)]
    [InlineData("EST", "Australia/Brisbane", 10)]
    public void A_zone_with_two_meanings_is_that_of_the_reader_or_the_more_common_one(string name, string here, double offset)
    {
        var conventions = new TimeConventions(TimeZoneInfo.FindSystemTimeZoneById(here), default);
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes($"2025-01-24 07:00:30 {name}"), default, conventions, out DateTimeOffset time));
        Assert.Equal(TimeSpan.FromHours(offset), time.Offset);
    }

    [Theory]
    [InlineData("2025-02-30 07:00:30")]
    [InlineData("2025-366 07:00:30")]
    [InlineData("2025-000 07:00:30")]
    [InlineData("10.12.13.14 07:00:30")]
    [InlineData("2025-01-24 10.12.13.1")]
    [InlineData("2025-01-24 07:00:30 GET")]
    [InlineData("2025-01-24 07:00:30 EST6EDT")]
    [InlineData("@4000000067933b0e0848f2c")]
    [InlineData("@4000000067933b0effffffff")]
    [InlineData("20251324070030")]
    [InlineData("2025-01-24 25:00:30")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2025-01-24T07:00:30+14:30")]
    [InlineData("32/May/2015:10:05:03 +0000")]
    [InlineData("17/Mau/2015:10:05:03 +0000")]
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
        Timestamps.TryParse(Encoding.UTF8.GetBytes(text), new DateTime(2025, 3, 1), TimeConventions.Default, out DateTimeOffset time) ? time : null;
}
