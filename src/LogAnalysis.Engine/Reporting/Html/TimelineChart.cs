using System.Globalization;

namespace LogAnalysis.Reporting;

/// <summary>
/// Stacked columns over time. The picture stretches with the page, so that its labels are no part of it; pointing at a column shows its
/// figures.
/// </summary>
internal static class TimelineChart
{
    private const int ColumnWidth = 10;
    private const int Gap = 1;
    private const int Height = 100;

    /// <summary>What is there is seen, however little it is.</summary>
    private const double LeastHeight = 1.5;

    /// <summary>Writes the chart.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="buckets">The columns, at least one.</param>
    /// <param name="series">What they are stacked of, from the bottom up.</param>
    /// <param name="zone">The offset in which times are shown.</param>
    public static void Write(HtmlWriter html, string title, LogTimeBucket[] buckets, ChartSeries[] series, TimeSpan zone)
    {
        ChartSeries[] present = [.. series.Where(part => buckets.Any(bucket => part.CountOf(bucket) > 0))];
        long highest = Math.Max(1, buckets.Max(bucket => present.Sum(part => part.CountOf(bucket))));
        html.Open("figure");
        html.Open("figcaption");
        html.Element("strong", title);
        foreach (ChartSeries part in present)
        {
            html.Element("span", part.Label, ("class", $"key {part.Kind}"));
        }

        html.Close("figcaption");
        html.Element("p", DisplayFormat.Count(highest), ("class", "highest"), ("title", "The highest column"));
        html.Open(
            "svg", ("class", "chart"), ("viewBox", Invariant($"0 0 {buckets.Length * ColumnWidth} {Height}")), ("preserveAspectRatio", "none"), ("role", "img"),
            ("aria-label", $"{title}: {Describe(buckets, present, highest)} The table below has the figures."));
        for (int index = 0; index < buckets.Length; index++)
        {
            LogTimeBucket bucket = buckets[index];
            WriteColumn(html, index * ColumnWidth, bucket, present, highest, zone);
        }

        html.Close("svg");
        WriteTimes(html, buckets, zone);
        html.CloseLine("figure");
    }

    private static string Describe(LogTimeBucket[] buckets, ChartSeries[] series, long highest)
    {
        IEnumerable<string> totals = series.Select(part => $"{part.Label} {DisplayFormat.Count(buckets.Sum(part.CountOf))}");
        return $"{DisplayFormat.Count(buckets.Length)} columns, {DisplayFormat.Count(highest)} in the highest. {string.Join(", ", totals)}.";
    }

    private static void WriteColumn(HtmlWriter html, int x, LogTimeBucket bucket, ChartSeries[] series, long highest, TimeSpan zone)
    {
        if (!series.Any(part => part.CountOf(bucket) > 0))
        {
            return;
        }

        html.Open("g");
        html.Element("title", string.Join(" · ", series.Select(part => $"{part.Label} {DisplayFormat.Count(part.CountOf(bucket))}").Prepend(DisplayFormat.Time(DisplayFormat.InZone(bucket.Start, zone)))));
        html.Empty("rect", ("class", "hit"), ("x", Invariant($"{x}")), ("width", Invariant($"{ColumnWidth}")), ("height", Invariant($"{Height}")));
        double top = Height;
        foreach (ChartSeries part in series)
        {
            long count = part.CountOf(bucket);
            if (count > 0)
            {
                double height = Math.Min(top, Math.Max(LeastHeight, Height * (double)count / highest));
                top -= height;
                html.Empty(
                    "rect", ("class", part.Kind), ("x", Invariant($"{x}")), ("y", Invariant($"{top:0.##}")), ("width", Invariant($"{ColumnWidth - Gap}")),
                    ("height", Invariant($"{height:0.##}")));
            }
        }

        html.Close("g");
    }

    private static void WriteTimes(HtmlWriter html, LogTimeBucket[] buckets, TimeSpan zone)
    {
        html.Open("p", ("class", "times"), ("aria-hidden", "true"));
        foreach (LogTimeBucket bucket in buckets.Length < 3 ? [buckets[0]] : (LogTimeBucket[])[buckets[0], buckets[buckets.Length / 2], buckets[^1]])
        {
            html.Element("span", DisplayFormat.Time(DisplayFormat.InZone(bucket.Start, zone)));
        }

        html.Close("p");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
