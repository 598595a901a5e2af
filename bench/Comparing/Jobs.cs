using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Comparing;

/// <summary>What is compared.</summary>
internal static class Jobs
{
    private const string SummaryAnswer = "\"Lines=$($result.Lines) Entries=$($result.Entries) Errors=$($result.Errors) Warnings=$($result.Warnings)\"";
    private const string StatusAnswer = "($result | ForEach-Object { \"$($_.Code)=$($_.Count)\" }) -join ' '";
    private const string ReportAnswer =
        SummaryAnswer + " + ' ' + (($result.Levels | ForEach-Object { \"$($_.Level)=$($_.Count)\" }) -join ' ')"
        + " + ' ' + (($result.StatusCodes | ForEach-Object { \"$($_.Code)=$($_.Count)\" }) -join ' ')";

    private const Question Summary = Question.Lines | Question.Entries | Question.Errors;
    private const Question Report = Summary | Question.Levels | Question.Statuses;

    /// <summary>All of them. The shares of its peers' time that the module may take are what it sets out to reach.</summary>
    public static IReadOnlyList<Job> All { get; } =
    [
        new("errors", DataSet.App, $"Measure-LogErrors '{Peer.LogPlaceholder}'", SummaryAnswer, Summary,
        [
            Tools.LineCount,
            Tools.Grep with { AtMost = 1.0 },
            Tools.Ripgrep,
            Tools.GawkLevels,
            Tools.MawkLevels,
            Tools.PythonErrors with { AtMost = 0.04 },
            Tools.SelectString with { AtMost = 0.15 },
        ]),
        new("statuses", DataSet.Access, $"Get-LogStatusCode '{Peer.LogPlaceholder}' -Summary", StatusAnswer, Question.Statuses,
        [
            Tools.LineCount,
            Tools.GawkStatuses,
            Tools.MawkStatuses with { AtMost = 0.2 },
            Tools.LnavStatuses,
            Tools.PythonStatuses,
        ]),
        new("access-report", DataSet.Access, $"Get-LogReport '{Peer.LogPlaceholder}'", ReportAnswer, Report,
        [
            Tools.GoAccess with { AtMost = 0.0125 },
        ]),
        new("app-report", DataSet.App, $"Get-LogReport '{Peer.LogPlaceholder}'", ReportAnswer, Report,
        [
            Tools.LnavLevels with { AtMost = 0.15 },
        ]),
        new("json-report", DataSet.Json, $"Get-LogReport '{Peer.LogPlaceholder}'", ReportAnswer, Report,
        [
            Tools.Jq with { AtMost = 0.03 },
        ]),
        new("pipeline", DataSet.AppPart, $"Get-LogEntry '{Peer.LogPlaceholder}' | Measure-LogErrors", SummaryAnswer, Summary,
        [
            Tools.GetContent with { AtMost = 0.1 },
        ]),
    ];
}
