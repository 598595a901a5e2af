using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>Counts of real logs equal the truth about them, as bytes of a file and as strings alike.</summary>
public sealed class LabelledLogsTests
{
    public static TheoryData<string> Files => [.. LabelledLogs.Known];

    [LabelledLogsTheory]
    [MemberData(nameof(Files))]
    public void A_file_counts_as_its_labels_say(string file)
    {
        LabelledLogs.Truth truth = LabelledLogs.TruthOf(file);
        var report = new ReportBuilder(new ReportOptions());
        LogFileReader.Read(truth.Path, ReadOptions.Default, report, NoProgress.Instance, CancellationToken.None);
        AssertEqual(truth, report.Build());
    }

    [LabelledLogsTheory]
    [MemberData(nameof(Files))]
    public void Its_lines_count_the_same_as_strings(string file)
    {
        LabelledLogs.Truth truth = LabelledLogs.TruthOf(file);
        var report = new ReportBuilder(new ReportOptions());
        var lines = new LinePipeline(new LineSource(truth.Path), report);
        foreach (string line in File.ReadLines(truth.Path))
        {
            lines.PushText(line);
        }

        AssertEqual(truth, report.Build());
    }

    private static void AssertEqual(LabelledLogs.Truth truth, LogReport report)
    {
        Assert.Equal((truth.Lines, truth.Errors, truth.Warnings), (report.Lines, report.Errors, report.Warnings));
        Assert.Equal(truth.StatusCodes, new SortedDictionary<int, long>(report.StatusCodes.ToDictionary(code => code.Code, code => code.Count)));
    }
}
