using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class GetLogFormatTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Fact]
    public void It_lists_the_formats_that_entries_are_given()
    {
        List<LogFormat> formats = session.Invoke("Get-LogFormat").Of<LogFormat>();
        Assert.Superset(new HashSet<string> { "access", "application", "json", "syslog", "text" }, formats.Select(format => format.Name).ToHashSet());
        Assert.All(formats.Where(format => !format.Description.StartsWith("Registered", StringComparison.Ordinal)), format => Assert.NotEmpty(format.Example));
    }

    [Fact]
    public void It_filters_by_name()
    {
        Assert.Equal(["json"], session.Invoke("Get-LogFormat JSON").Of<LogFormat>().Select(format => format.Name));
        Assert.Equal(["access", "apache-error", "application"], session.Invoke("Get-LogFormat a*").Of<LogFormat>().Select(format => format.Name));
    }

    [Fact]
    public void A_name_that_no_format_has_is_an_error() =>
        Assert.StartsWith("UnknownFormat,", session.Invoke("Get-LogFormat nothing").Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
}
