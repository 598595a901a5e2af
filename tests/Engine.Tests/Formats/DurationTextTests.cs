using System.Text;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("0.123", nameof(DurationUnit.Seconds), 123_000)]
    [InlineData("12", nameof(DurationUnit.Milliseconds), 12_000)]
    [InlineData("12345", nameof(DurationUnit.Microseconds), 12_345)]
    [InlineData("1234567", nameof(DurationUnit.Nanoseconds), 1_234)]
    [InlineData("12.5ms", nameof(DurationUnit.Seconds), 12_500)]
    [InlineData("60.9µs", nameof(DurationUnit.Seconds), 60)]
    [InlineData("129 msecs", nameof(DurationUnit.Seconds), 129_000)]
    [InlineData("1.5s", nameof(DurationUnit.Milliseconds), 1_500_000)]
    [InlineData("250ns", nameof(DurationUnit.Seconds), 0)]
    public void A_number_has_its_own_unit_or_that_of_its_format(string text, string unit, long microseconds) =>
        Assert.Equal(microseconds, (long?)DurationText.Read(Encoding.UTF8.GetBytes(text), Enum.Parse<DurationUnit>(unit))?.TotalMicroseconds);

    [Theory]
    [InlineData("-1")]
    [InlineData("12 parsecs")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void What_is_no_duration_is_none(string text) =>
        Assert.Null(DurationText.Read(Encoding.UTF8.GetBytes(text), DurationUnit.Seconds));

    [Theory]
    [InlineData("5043 \"-\" \"curl/8.5.0\" 0.123", 123_000)]
    [InlineData("5043 \"-\" \"curl/8.5.0\" 12345", 12_345)]
    [InlineData("226 \"-\" \"-\" rt=0.404 uct=9.9", 404_000)]
    [InlineData("9 \"-\" \"-\" 42 \"shop@docker\" \"http://10.0.0.1:80\" 12ms", 12_000)]
    [InlineData("59 \"-\" \"Mozilla\" 462 0.001 [default-web-8080] [] 10.0.0.1:8080 59 0.000 200 5f1c8e", 1_000)]
    [InlineData("5043 1200", 1_200)]
    [InlineData("5043 \"-\" \"curl/8.5.0\"", null)]
    [InlineData("5043", null)]
    [InlineData("- \"-\" \"-\" some words", null)]
    public void A_response_time_is_found_at_the_end_of_an_access_log_line(string end, int? microseconds) =>
        Assert.Equal(microseconds, (int?)ResponseTime.Find(Encoding.UTF8.GetBytes(end))?.TotalMicroseconds);
}
