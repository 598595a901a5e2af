using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>Counts of real logs equal the truth about them, by -Path and by pipeline alike.</summary>
public sealed class TruthTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string[] Forms =
    [
        "{0} $args[0]",
        "{0} -LiteralPath $args[0]",
        "Get-Content $args[0] | {0}",
        "Get-ChildItem $args[0] | {0}",
        "Watch-LogFile $args[0] -NoFollow | {0}",
    ];

    public static TheoryData<string> Files => [.. LabelledLogs.Known];

    [LabelledLogsTheory]
    [MemberData(nameof(Files))]
    public void Measure_LogErrors_counts_the_truth_in_every_form(string file)
    {
        LabelledLogs.Truth truth = LabelledLogs.TruthOf(file);
        foreach (string form in Forms)
        {
            LogErrorSummary summary = Run<LogErrorSummary>(form, "Measure-LogErrors", truth.Path).Single();
            Assert.Equal((truth.Lines, truth.Errors, truth.Warnings), (summary.Lines, summary.Errors, summary.Warnings));
            Assert.Equal(truth.Path, summary.Path);
        }
    }

    [LabelledLogsTheory]
    [MemberData(nameof(Files))]
    public void Get_LogStatusCode_counts_the_truth_in_every_form(string file)
    {
        LabelledLogs.Truth truth = LabelledLogs.TruthOf(file);
        foreach (string form in Forms)
        {
            var counts = Run<LogStatusCodeCount>(form, "Get-LogStatusCode -Summary", truth.Path).Select(count => (count.Code, count.Count));
            Assert.Equal(truth.StatusCodes.Select(pair => (pair.Key, pair.Value)), counts);
        }
    }

    [LabelledLogsTheory]
    [MemberData(nameof(Files))]
    public void Get_LogReport_counts_the_truth_in_every_form(string file)
    {
        LabelledLogs.Truth truth = LabelledLogs.TruthOf(file);
        foreach (string form in Forms)
        {
            LogReport report = Run<LogReport>(form, "Get-LogReport", truth.Path).Single();
            Assert.Equal((truth.Lines, truth.Errors, truth.Warnings), (report.Lines, report.Errors, report.Warnings));
            Assert.Equal(truth.StatusCodes.Select(pair => (pair.Key, pair.Value)), report.StatusCodes.Select(count => (count.Code, count.Count)));
        }
    }

    private List<T> Run<T>(string form, string command, string path) =>
        session.Invoke(form.Replace("{0}", command, StringComparison.Ordinal), path).Of<T>();
}
