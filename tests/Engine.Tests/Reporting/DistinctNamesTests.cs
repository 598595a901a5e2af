using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class DistinctNamesTests
{
    [Theory]
    [InlineData("/var/log/app.log", "app.log")]
    [InlineData("/var/log/a.log /srv/b.log", "a.log b.log")]
    [InlineData("/srv/web1/app.log /srv/web2/app.log", "web1/app.log web2/app.log")]
    [InlineData("/srv/web/app.log /srv/web2/app.log", "web/app.log web2/app.log")]
    [InlineData("web1:/app.log web2:/app.log", "web1:/app.log web2:/app.log")]
    [InlineData("C:\\logs\\a\\x.log C:\\logs\\b\\x.log", "a\\x.log b\\x.log")]
    [InlineData("x x", "x x")]
    public void Files_are_named_by_what_distinguishes_them(string paths, string expected) => Assert.Equal(expected, string.Join(' ', DistinctNames.Of(paths.Split(' '))));
}
