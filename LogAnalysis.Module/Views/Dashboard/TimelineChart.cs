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

    /// <summary>No terminal has room for more.</summary>
    private const int MaxBuckets = 1000;

    /// <summary>Draws it, with the notes of the report; those alone where entries have no times.</summary>
    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas)
    {
        if (report.Timeline.Length == 0)
        {
            return Notes(report, canvas, 0);
        }

        LogTimeBucket[] buckets = new TimeAxis(report.Timeline, report.BucketSize, TimeSpan.Zero, MaxBuckets).Fill(report.Timeline);

        IEnumerable<Row> rows = Series("Entries", buckets, bucket => bucket.Entries, EntriesHeight, TextStyle.None, canvas);
        return rows
            .Concat(Rare("Errors", buckets, bucket => bucket.Errors, TextStyle.Error, canvas))
            .Concat(Rare("Warnings", buckets, bucket => bucket.Warnings, TextStyle.Warning, canvas))
            .Concat(Axis(report, canvas))
            .Concat(Notes(report, canvas, LabelWidth));
    }

    private static IEnumerable<Row> Notes(LogReport report, Canvas canvas, int indent) => report.Notes
        .SelectMany(note => DisplayWidth.Wrap(ConsoleText.Escape(note)!, canvas.Width - indent, 2))
        .Select(line => canvas.NewRow().PadTo(indent).Add(line, TextStyle.Faint));

    /// <summary>What is rare is drawn where it is: one error is one column, however wide a bucket is. Nothing where there are none.</summary>
    private static IEnumerable<Row> Rare(string label, LogTimeBucket[] buckets, Func<LogTimeBucket, long> count, TextStyle ink, Canvas canvas)
    {
        if (buckets.Any(bucket => count(bucket) > 0))
        {
            long[] counts = [.. buckets.Select(count)];
            bool isRare = 2 * counts.Count(number => number > 0) < counts.Length;
            double[] columns = isRare ? Sparkline.Place(counts, canvas.Width - LabelWidth) : Sparkline.Spread(counts, canvas.Width - LabelWidth);
            string line = Sparkline.Draw(columns, 1)[0];
            yield return canvas.NewRow().AddLeft(label, LabelWidth).Add(line.TrimEnd(), ink);
        }
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
        string warnings = report.Errors == 0 && report.Warnings > 0 ? $", {CountText.Of(report.Timeline.Max(bucket => bucket.Warnings), "warning", "warnings")}" : string.Empty;
        return $"at most {entries}{errors}{warnings} in {DisplayFormat.Span(report.BucketSize)}";
    }
}
