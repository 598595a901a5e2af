using System.Text;
using LogAnalysis.Fields;
using Xunit;

namespace LogAnalysis.Tests.Formats;

public sealed class ErrorKeywordsTests
{
    [Theory]
    [InlineData("backup of /srv failed: No space left on device")]
    [InlineData("Unhandled exception. System.InvalidOperationException: no")]
    [InlineData("panic: runtime error: index out of range")]
    [InlineData("java.lang.NullPointerException")]
    [InlineData("ERROR")]
    [InlineData("the connection failed.")]
    [InlineData("copy of a.log: failed")]
    [InlineData("org.example.ShopException")]
    [InlineData("connect: error=111")]
    [InlineData("no luck, error 5")]
    [InlineData("error: none of the disks answered")]
    public void These_lines_tell_of_an_error(string text) => Assert.True(Occur(text));

    [Theory]
    [InlineData("finished with 0 errors and 0 failed tasks")]
    [InlineData("no error")]
    [InlineData("without errors")]
    [InlineData("done, error=null")]
    [InlineData("{\"error\": null, \"errors\": 0}")]
    [InlineData("errors: 0")]
    [InlineData("error: none, going on")]
    [InlineData("error: null")]
    [InlineData("error_log rotated to /var/log/errorlog")]
    [InlineData("terror in the aisles")]
    [InlineData("all tests passed, nothing failed")]
    [InlineData("rotated /var/log/nginx/error.log to error.log.1")]
    [InlineData("served /errors/failed to 192.0.2.7")]
    [InlineData("an error-free run")]
    [InlineData("")]
    public void These_do_not(string text) => Assert.False(Occur(text));

    private static bool Occur(string text) => ErrorKeywords.Occur(Encoding.UTF8.GetBytes(text));
}
