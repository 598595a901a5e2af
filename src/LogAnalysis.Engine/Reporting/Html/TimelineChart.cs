using System.Globalization;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>
/// Stacked columns over time, as SVG. It stretches with the page, so labels are outside of it; pointing at a column shows its figures.
/// </summary>
internal static class TimelineChart
{
    private const int ColumnWidth = 10;
    private const int Gap = 1;
    private const int Height = 100;

    /// <summary>Whatever is not zero can be seen.</summary>
    private const double MinHeight = 1.5;

    /// <param name="title">What it shows.</param>
    /// <param name="buckets">The columns, at least one.</param>
    /// <param name="series">What they are stacked of, from the bottom up.</param>
    /// <param name="zone">The offset in which times are shown.</param>
    public static XElement Draw(string title, LogTimeBucket[] buckets, ChartSeries[] series, TimeSpan zone)
    {
        ChartSeries[] present = [.. series.Where(part => buckets.Any(bucket => part.CountOf(bucket) > 0))];
        long highest = Math.Max(1, buckets.Max(bucket => present.Sum(part => part.CountOf(bucket))));
        return new XElement(
            "figure",
            new XElement("figcaption", new XElement("strong", title), present.Select(part => new XElement("span", Class($"key {part.Kind}"), part.Label))),
            new XElement("p", Class("highest"), new XAttribute("title", "The highest column"), DisplayFormat.Count(highest)),
            new XElement(
                "svg",
                Class("chart"),
                new XAttribute("viewBox", Invariant($"0 0 {buckets.Length * ColumnWidth} {Height}")),
                new XAttribute("preserveAspectRatio", "none"),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", $"{title}: {Describe(buckets, present, highest)} The table below has the figures."),
                buckets.Select((bucket, index) => Column(index * ColumnWidth, bucket, present, highest, zone))),
            Axis(buckets, zone));
    }

    private static string Describe(LogTimeBucket[] buckets, ChartSeries[] series, long highest)
    {
        IEnumerable<string> totals = series.Select(part => $"{part.Label} {DisplayFormat.Count(buckets.Sum(part.CountOf))}");
        return $"{DisplayFormat.Count(buckets.Length)} columns, {DisplayFormat.Count(highest)} in the highest. {string.Join(", ", totals)}.";
    }

    /// <summary>One column; nothing for an empty bucket.</summary>
    private static XElement? Column(int x, LogTimeBucket bucket, ChartSeries[] series, long highest, TimeSpan zone) => !series.Any(part => part.CountOf(bucket) > 0) ? null : new(
        "g",
        new XElement("title", string.Join(" · ", series.Select(part => $"{part.Label} {DisplayFormat.Count(part.CountOf(bucket))}").Prepend(TimeOf(bucket, zone)))),
        new XElement("rect", Class("hit"), new XAttribute("x", x), new XAttribute("width", ColumnWidth), new XAttribute("height", Height)),
        Stack(x, bucket, series, highest));

    private static IEnumerable<XElement> Stack(int x, LogTimeBucket bucket, ChartSeries[] series, long highest)
    {
        double top = Height;
        foreach (ChartSeries part in series.Where(part => part.CountOf(bucket) > 0))
        {
            double height = Math.Min(top, Math.Max(MinHeight, Height * (double)part.CountOf(bucket) / highest));
            top -= height;
            yield return new XElement(
                "rect",
                Class(part.Kind),
                new XAttribute("x", x),
                new XAttribute("y", Invariant($"{top:0.##}")),
                new XAttribute("width", ColumnWidth - Gap),
                new XAttribute("height", Invariant($"{height:0.##}")));
        }
    }

    /// <summary>The times of the first, the middle and the last column.</summary>
    private static XElement Axis(LogTimeBucket[] buckets, TimeSpan zone)
    {
        LogTimeBucket[] marked = buckets.Length < 3 ? [buckets[0]] : [buckets[0], buckets[buckets.Length / 2], buckets[^1]];
        return new XElement("p", Class("times"), new XAttribute("aria-hidden", "true"), marked.Select(bucket => new XElement("span", TimeOf(bucket, zone))));
    }

    private static string TimeOf(LogTimeBucket bucket, TimeSpan zone) => DisplayFormat.Time(DisplayFormat.InZone(bucket.Start, zone));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
