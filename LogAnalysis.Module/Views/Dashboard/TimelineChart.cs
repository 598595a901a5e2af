using System.Globalization;
using LogAnalysis.Reporting;
using LogAnalysis.Text;

namespace LogAnalysis.Views.Dashboard;

/// <summary>Entries by time, and the errors among them, each to a scale of its own, which the line below tells.</summary>
internal static class TimelineChart
{
    private const int LabelWidth = 10;
    private const int EntriesHeight = 2;
    private const int MinGap = 2;

    /// <summary>Draws it; nothing where entries have no times.</summary>
    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas)
    {
        LogTimeBucket[] buckets = report.Timeline;
        if (buckets.Length == 0)
        {
            return [];
        }

        IEnumerable<Row> rows = Series("Entries", buckets, bucket => bucket.Entries, EntriesHeight, TextStyle.None, canvas);
        if (report.Errors > 0)
        {
            rows = rows.Concat(Series("Errors", buckets, bucket => bucket.Errors, 1, TextStyle.Error, canvas));
        }
        else if (report.Warnings > 0)
        {
            rows = rows.Concat(Series("Warnings", buckets, bucket => bucket.Warnings, 1, TextStyle.Warning, canvas));
        }

        return rows.Concat(Axis(report, canvas));
    }

    private static IEnumerable<Row> Series(string label, LogTimeBucket[] buckets, Func<LogTimeBucket, long> count, int height, TextStyle ink, Canvas canvas)
    {
        double[] values = Sparkline.Spread([.. buckets.Select(count)], canvas.Width - LabelWidth);
        string[] lines = Sparkline.Draw(values, height);
        return lines.Select((line, i) => canvas.NewRow().AddLeft(i == lines.Length - 1 ? label : string.Empty, LabelWidth).Add(line.TrimEnd(), ink));
    }

    /// <summary>When the chart begins and ends, and between them, or below where there is no room, how high it is.</summary>
    private static IEnumerable<Row> Axis(LogReport report, Canvas canvas)
    {
        (string from, string to) = Ends(report);
        string peak = Peak(report);
        int middle = LabelWidth + ((canvas.Width - LabelWidth - peak.Length) / 2);
        Row ends = canvas.NewRow().PadTo(LabelWidth).Add(from, TextStyle.Faint);
        bool fits = middle >= ends.Width + MinGap && middle + peak.Length + MinGap <= canvas.Width - to.Length;
        if (fits)
        {
            ends.PadTo(middle).Add(peak, TextStyle.Faint);
        }

        yield return ends.AddUpTo(canvas.Width, to, TextStyle.Faint);
        if (!fits)
        {
            yield return canvas.NewRow().PadTo(LabelWidth).Add(DisplayWidth.Cut(peak, canvas.Width - LabelWidth), TextStyle.Faint);
        }
    }

    /// <summary>When the chart begins and ends: where its buckets do, in the zone of the log.</summary>
    private static (string From, string To) Ends(LogReport report)
    {
        TimeSpan zone = report.From?.Offset ?? TimeSpan.Zero;
        var end = new DateTimeOffset(Math.Min(report.Timeline[^1].Start.UtcTicks + report.BucketSize.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
        DateTimeOffset from = DisplayFormat.InZone(report.Timeline[0].Start, zone);
        DateTimeOffset to = DisplayFormat.InZone(end, zone);
        string format = to - from > TimeSpan.FromDays(2) ? "yyyy-MM-dd" : to - from > TimeSpan.FromDays(1) ? "MM-dd HH:mm" : report.BucketSize.Seconds > 0 ? "HH:mm:ss" : "HH:mm";
        return (from.ToString(format, CultureInfo.InvariantCulture), to.ToString(format, CultureInfo.InvariantCulture));
    }

    private static string Peak(LogReport report)
    {
        string entries = CountText.Of(report.Timeline.Max(bucket => bucket.Entries), "entry", "entries");
        string errors = report.Errors > 0 ? $", {CountText.Of(report.Timeline.Max(bucket => bucket.Errors), "error", "errors")}" : string.Empty;
        return $"at most {entries}{errors} in {DisplayFormat.Span(report.BucketSize)}";
    }
}
