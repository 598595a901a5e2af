using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The part of the page that shows what happened when: charts, and their figures as a table.</summary>
internal static class HtmlTimeline
{
    /// <summary>A chart with more columns could not be read; several buckets then are one column.</summary>
    private const int MaxColumns = 240;

    private static readonly ChartSeries Entries = new("Entries", "other", column => column.Entries);
    private static readonly ChartSeries Errors = new("Errors", "error", column => column.Errors);
    private static readonly ChartSeries Warnings = new("Warnings", "warning", column => column.Warnings);

    private static readonly ChartSeries[] Statuses =
    [
        new("1xx and 2xx", "success", column => column.Successes),
        new("3xx", "redirect", column => column.Redirects),
        new("4xx", "warning", column => column.ClientErrors),
        new("5xx", "error", column => column.ServerErrors),
    ];

    /// <summary>The section, with the notes of the report; where all entries are of one time, or have none, those alone.</summary>
    public static XElement? Build(LogReport report)
    {
        IEnumerable<XElement> notes = report.Notes.Select(note => new XElement("p", Class("note"), note));
        if (report.Timeline.Length < 2)
        {
            return report.Notes.Length == 0 ? null : Section("notes", "Notes", notes);
        }

        var axis = new TimeAxis(report.Timeline, report.BucketSize, report.From?.Offset ?? TimeSpan.Zero, MaxColumns);
        LogTimeBucket[] columns = axis.Fill(report.Timeline);
        var chart = new TimelineChart(axis, columns, report.Findings);

        // All entries of an access log are responses: their statuses say more than their number.
        bool hasStatuses = report.StatusCodes.Length > 0;
        bool areResponses = hasStatuses && report.Timeline.All(bucket => bucket.Entries == Statuses.Sum(series => series.CountOf(bucket)));
        return Section(
            "timeline",
            "Timeline",
            notes,
            areResponses ? chart.Draw("Entries by status", isSmall: false, Statuses) : chart.Draw("Entries", isSmall: false, Entries),
            report.Errors > 0 ? chart.Draw("Errors", isSmall: true, Errors) : null,
            report.Warnings > 0 ? chart.Draw("Warnings", isSmall: true, Warnings) : null,
            hasStatuses && !areResponses ? chart.Draw("Responses by status", isSmall: true, Statuses) : null,
            chart.Axis(),
            Details(columns, axis.Offset, hasStatuses ? Statuses : []));
    }

    private static XElement Details(LogTimeBucket[] columns, TimeSpan offset, ChartSeries[] statuses)
    {
        (LogTimeBucket Column, int Index)[] known = [.. columns.Select((column, index) => (column, index)).Where(known => known.column.Entries > 0)];
        return new XElement(
            "details",
            new XElement("summary", "The timeline as a table"),
            Table(
                known.Length == columns.Length ? "Entries by time" : "Entries by time; times without entries are left out",
                ["From", "Entries", "Errors", "Warnings", .. statuses.Select(series => series.Label)],
                known.Select(known => Row(
                    RowName("Timeline", known.Index),
                    Head(Class("time"), Time(DisplayFormat.InZone(known.Column.Start, offset))),
                    CountCell(known.Column.Entries, "Entries"),
                    CountCell(known.Column.Errors, "Errors"),
                    CountCell(known.Column.Warnings, "Warnings"),
                    statuses.Select(series => CountCell(series.CountOf(known.Column), series.Label))))));
    }
}
