using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class StatusCodeFilterTests
{
    [Fact]
    public void Codes_and_classes_add_up()
    {
        Assert.Null(StatusCodeFilter.TryParse(["404", "5XX", " 200 "], out StatusCodeFilter filter));
        int[] included = [.. Enumerable.Range(0, 700).Where(filter.Includes)];
        Assert.Equal([200, 404, .. Enumerable.Range(500, 100)], included);
    }

    [Theory]
    [InlineData("404", 404, 404)]
    [InlineData("404*", 404, 404)]
    [InlineData("40?", 400, 409)]
    [InlineData("40x", 400, 409)]
    [InlineData("4*", 400, 499)]
    [InlineData("5Xx", 500, 599)]
    [InlineData("*", 100, 599)]
    public void A_wildcard_stands_for_any_digit(string pattern, int first, int last)
    {
        Assert.Null(StatusCodeFilter.TryParse([pattern], out StatusCodeFilter filter));
        Assert.Equal(Enumerable.Range(first, last - first + 1), Enumerable.Range(0, 700).Where(filter.Includes));
    }

    [Fact]
    public void What_is_negated_is_left_out_of_the_others_or_of_all()
    {
        Assert.Null(StatusCodeFilter.TryParse(["!404", "4xx", "!41?"], out StatusCodeFilter some));
        Assert.Equal(Enumerable.Range(400, 100).Except([404, .. Enumerable.Range(410, 10)]), Enumerable.Range(0, 700).Where(some.Includes));
        Assert.Null(StatusCodeFilter.TryParse(["!2xx"], out StatusCodeFilter all));
        Assert.Equal(Enumerable.Range(100, 500).Except(Enumerable.Range(200, 100)), Enumerable.Range(0, 700).Where(all.Includes));
    }

    [Fact]
    public void A_wildcard_can_stand_before_a_digit()
    {
        Assert.Null(StatusCodeFilter.TryParse(["?04"], out StatusCodeFilter filter));
        Assert.Equal([104, 204, 304, 404, 504], Enumerable.Range(0, 700).Where(filter.Includes));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("6*")]
    [InlineData("*4")]
    [InlineData("4**")]
    [InlineData("4044*")]
    [InlineData("6xx")]
    [InlineData("404,")]
    [InlineData("")]
    [InlineData("٤٠٤")]
    public void What_stands_for_no_status_is_named(string pattern) =>
        Assert.Equal(pattern, StatusCodeFilter.TryParse(["200", pattern], out _));
}
