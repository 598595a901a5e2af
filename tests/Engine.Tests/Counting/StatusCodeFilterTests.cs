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
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("4x4")]
    [InlineData("6xx")]
    [InlineData("404,")]
    [InlineData("")]
    [InlineData("٤٠٤")]
    public void What_stands_for_no_status_is_named(string pattern) =>
        Assert.Equal(pattern, StatusCodeFilter.TryParse(["200", pattern], out _));
}
