using System.Text;
using LogAnalysis.Model;

namespace LogAnalysis.Reporting;

/// <summary>The counts of a report, in the order in which they are shown. One more is one more line here, and a property of <see cref="LogReport"/>.</summary>
internal static class ReportCounts
{
    public static IReadOnlyList<ReportCount> All { get; } =
    [
        new(nameof(LogReport.Entries)) { OfLevels = levels => levels.Entries },
        new(nameof(LogReport.Errors)) { OfLevels = levels => levels.Errors, Noun = ("error", "errors"), Level = LogLevel.Error, HasShare = true },
        new(nameof(LogReport.Warnings)) { OfLevels = levels => levels[LogLevel.Warning], Noun = ("warning", "warnings"), Level = LogLevel.Warning, HasShare = true },
        new(nameof(LogReport.Lines)) { OfLevels = levels => levels.Lines },
        new(nameof(LogReport.Bytes))
        {
            OfLine = (in LogLine line) => line.ByteCount,
            OfResponse = response => Encoding.UTF8.GetByteCount(response.Text) + 1,
            Label = "Size",
            Format = DisplayFormat.Bytes,
        },
        new(nameof(LogReport.Unparsed))
        {
            OfLine = (in LogLine line) => !line.IsContinuation && line.Format.IsFallback ? 1 : 0,
            Noun = ("in no known format", "in no known format"),
            Note = "no known format",
            Level = LogLevel.Debug,
            IsOptional = true,
        },
    ];

    /// <summary>Those that lines add to, in the order of <see cref="LineTotals"/>.</summary>
    public static IReadOnlyList<ReportCount> OfLines { get; } = [.. All.Where(count => count.OfLine is not null)];

    /// <summary>Those that outputs with sentences show.</summary>
    public static IEnumerable<ReportCount> WithNoun(LogReport report) => All.Where(count => count.Noun is not null && count.IsShown(report));
}
