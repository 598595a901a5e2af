using System.Globalization;

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

    /// <summary>Writes it; nothing where no entry has a time.</summary>
    public static void Write(HtmlWriter html, LogReport report)
    {
        if (report.Timeline.Length == 0)
        {
            return;
        }

        int each = (report.Timeline.Length + MaxColumns - 1) / MaxColumns;
        LogTimeBucket[] buckets = [.. report.Timeline.Chunk(each).Select(Sum)];
        TimeSpan zone = report.From?.Offset ?? TimeSpan.Zero;
        string width = DisplayFormat.Span(report.BucketSize * each);
        html.Open("section", ("aria-labelledby", "timeline"), ("class", "card"));
        html.Element("h2", "Timeline", ("id", "timeline"));
        TimelineChart.Write(html, $"Entries, by {width}", buckets, Levels, zone);
        if (report.StatusCodes.Length > 0)
        {
            TimelineChart.Write(html, $"Responses by status, by {width}", buckets, Statuses, zone);
        }

        WriteTable(html, buckets, zone, hasStatuses: report.StatusCodes.Length > 0);
        html.CloseLine("section");
    }

    private static void WriteTable(HtmlWriter html, LogTimeBucket[] buckets, TimeSpan zone, bool hasStatuses)
    {
        ChartSeries[] statuses = hasStatuses ? [.. Statuses.AsEnumerable().Reverse()] : [];
        html.Open("details");
        html.Element("summary", "The timeline as a table");
        html.Open("table");
        html.Element("caption", "Entries by time");
        html.Open("thead");
        html.Open("tr");
        foreach (string column in (string[])["From", "Entries", "Errors", "Warnings", .. statuses.Select(series => series.Label)])
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close("tr");
        html.Close("thead");
        html.Open("tbody");
        for (int index = 0; index < buckets.Length; index++)
        {
            LogTimeBucket bucket = buckets[index];
            HtmlTables.OpenRow(html, string.Create(CultureInfo.InvariantCulture, $"Timeline:{index}"));
            html.Open("th", ("scope", "row"), ("class", "time"));
            html.Time(DisplayFormat.InZone(bucket.Start, zone));
            html.Close("th");
            HtmlTables.CountCell(html, bucket.Entries, "Entries");
            HtmlTables.CountCell(html, bucket.Errors, "Errors");
            HtmlTables.CountCell(html, bucket.Warnings, "Warnings");
            foreach (ChartSeries series in statuses)
            {
                HtmlTables.CountCell(html, series.CountOf(bucket), series.Label);
            }

            html.CloseLine("tr");
        }

        html.Close("tbody");
        html.Close("table");
        html.CloseLine("details");
    }

    private static LogTimeBucket Sum(LogTimeBucket[] buckets) => buckets.Length == 1 ? buckets[0] : new LogTimeBucket
    {
        Start = buckets[0].Start,
        Entries = buckets.Sum(bucket => bucket.Entries),
        Errors = buckets.Sum(bucket => bucket.Errors),
        Warnings = buckets.Sum(bucket => bucket.Warnings),
        Successes = buckets.Sum(bucket => bucket.Successes),
        Redirects = buckets.Sum(bucket => bucket.Redirects),
        ClientErrors = buckets.Sum(bucket => bucket.ClientErrors),
        ServerErrors = buckets.Sum(bucket => bucket.ServerErrors),
    };
}
