using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Traces;

/// <summary>Lines that look like a part of a stack trace, and are none.</summary>
public sealed class HostileTraceTests
{
    [Theory]
    [InlineData("Error 2:in `e'")]
    [InlineData("Error 2:in ''")]
    [InlineData("Error x:2:in `': (A)")]
    [InlineData("Error at")]
    [InlineData("Error (:)")]
    [InlineData("Error \tat ( : )")]
    [InlineData("Error File \"\", line , in ")]
    [InlineData("Error #0 ()")]
    [InlineData("Error goroutine [")]
    public void They_end_no_report(string line)
    {
        var report = new ReportBuilder(new ReportOptions());
        var lines = new LinePipeline(new LineSource(null), report);
        lines.PushText($"2025-01-24 07:00:30 ERROR lost\n{line}\n{line[6..]}");
        lines.Complete();
        Assert.InRange(report.Build().Errors, 1, 3);
    }
}
