using LogAnalysis.Views.Dashboard;
using Xunit;

namespace LogAnalysis.Tests.Views;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(27_162, "27.2 kB")]
    [InlineData(1_250_000_000, "1.3 GB")]
    public void Sizes_have_the_unit_that_suits(double bytes, string expected) => Assert.Equal(expected, Amounts.Bytes(bytes));

    [Theory]
    [InlineData(100, 0, "")]
    [InlineData(100, 10, "10/s")]
    [InlineData(250_000, 100, "2,500/s")]
    [InlineData(121, 2846, "2.6/min")]
    [InlineData(5, 7200, "2.5/h")]
    [InlineData(3, 259_200, "1/day")]
    public void Rates_have_the_unit_that_suits(long count, int seconds, string expected) =>
        Assert.Equal(expected, Amounts.Rate(count, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(300, "5 min")]
    [InlineData(2846, "47 min 26 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(147_659, "1 d 17 h")]
    public void Spans_have_one_or_two_units(int seconds, string expected) => Assert.Equal(expected, Amounts.Span(TimeSpan.FromSeconds(seconds)));
}
