using System.Xml.Linq;
using LogAnalysis.Counting;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The part of the page that shows what happened when: charts, and their figures as a table.</summary>
internal static class HtmlTimeline
{
    /// <summary>A chart with more columns could not be read; several buckets then are one column.</summary>
    private const int MaxColumns = 240;

    private static readonly ChartSeries[] Levels =
    [
        new("Errors", "error", bucket => bucket.Errors),
        new("Warnings", "warning", bucket => bucket.Warnings),
        new("Other entries", "other", bucket => bucket.Entries - bucket.Errors - bucket.Warnings),
    ];

    private static readonly ChartSeries[] Statuses =
    [
        new("5xx", "error", bucket => bucket.ServerErrors),
        new("4xx", "warning", bucket => bucket.ClientErrors),
        new("3xx", "redirect", bucket => bucket.Redirects),
        new("1xx and 2xx", "success", bucket => bucket.Successes),
    ];

    /// <summary>The section; nothing where no entry has a time.</summary>
    public static XElement? Build(LogReport report)
    {
        if (report.Timeline.Length == 0)
        {
            return null;
        }

        int perColumn = (report.Timeline.Length + MaxColumns - 1) / MaxColumns;
        LogTimeBucket[] buckets = [.. report.Timeline.Chunk(perColumn).Select(BucketCounter.Sum)];
        TimeSpan zone = report.From?.Offset ?? TimeSpan.Zero;
        string width = DisplayFormat.Span(report.BucketSize * perColumn);
        bool hasStatuses = report.StatusCodes.Length > 0;
        return Section(
            "timeline",
            "Timeline",
            TimelineChart.Draw($"Entries, by {width}", buckets, Levels, zone),
            hasStatuses ? TimelineChart.Draw($"Responses by status, by {width}", buckets, Statuses, zone) : null,
            Details(buckets, zone, hasStatuses ? [.. Statuses.AsEnumerable().Reverse()] : []));
    }

    private static XElement Details(LogTimeBucket[] buckets, TimeSpan zone, ChartSeries[] statuses) => new(
        "details",
        new XElement("summary", "The timeline as a table"),
        Table("Entries by time", ["From", "Entries", "Errors", "Warnings", .. statuses.Select(series => series.Label)], buckets.Select((bucket, index) => Row(
            RowName("Timeline", index),
            Head(Class("time"), Time(DisplayFormat.InZone(bucket.Start, zone))),
            CountCell(bucket.Entries, "Entries"),
            CountCell(bucket.Errors, "Errors"),
            CountCell(bucket.Warnings, "Warnings"),
            statuses.Select(series => CountCell(series.CountOf(bucket), series.Label))))));
}
