using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class ReportWriterTests
{
    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_has_a_writer(ReportFormat format) => Assert.NotEmpty(SomeReport.Write(SomeReport.OfSamples(), format));

    [Fact]
    public void Every_extension_tells_a_format_in_any_case() =>
        Assert.All(ReportWriter.Extensions, extension => Assert.Equal(ReportWriter.FormatOf("x" + extension), ReportWriter.FormatOf("x" + extension.ToUpperInvariant())!.Value));
}
