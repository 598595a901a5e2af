using System.Globalization;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>
/// Stacked columns over time, as SVG, to a scale of their own. It stretches with the page, so labels are outside of it; pointing at a column shows its figures.
/// </summary>
/// <param name="axis">The time that it is of.</param>
/// <param name="columns">The columns; those without entries too.</param>
/// <param name="marks">The times that stand out.</param>
internal sealed class TimelineChart(TimeAxis axis, LogTimeBucket[] columns, LogFinding[] marks)
{
    private const int ColumnWidth = 10;
    private const int Gap = 1;
    private const int Height = 100;

    /// <summary>Whatever is not zero can be seen.</summary>
    private const double MinHeight = 3;

    /// <summary>From this number in a row on, columns without entries are marked as a gap.</summary>
    private const int MinGap = 3;

    /// <summary>Draws a chart.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="isSmall">Whether it is one below others.</param>
    /// <param name="series">What columns are stacked of, from the bottom up.</param>
    public XElement Draw(string title, bool isSmall, params ChartSeries[] series)
    {
        ChartSeries[] present = [.. series.Where(part => columns.Any(column => part.CountOf(column) > 0))];
        long highest = Math.Max(1, columns.Max(column => present.Sum(part => part.CountOf(column))));
        return new XElement(
            "figure",
            new XElement(
                "figcaption",
                new XElement("strong", title),
                series.Length == 1 ? null : present.Select(part => new XElement("span", Class($"key {part.Kind}"), part.Label)),
                isSmall ? null : MarkKeys(),
                new XElement("span", Class("highest"), $"at most {DisplayFormat.Count(highest)} in {DisplayFormat.Span(axis.ColumnSize)}")),
            new XElement(
                "svg",
                Class(isSmall ? "chart small" : "chart"),
                new XAttribute("viewBox", Invariant($"0 0 {axis.Columns * ColumnWidth} {Height}")),
                new XAttribute("preserveAspectRatio", "none"),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", $"{title}: {Describe(present, highest)} The table below has the figures."),
                Gaps(),
                marks.Select(Mark),
                columns.Select((column, index) => Column(index * ColumnWidth, column, present, highest))));
    }

    /// <summary>The times below the charts.</summary>
    public XElement Axis() => new(
        "svg",
        Class("axis"),
        new XAttribute("aria-hidden", "true"),
        axis.Ticks().Select(tick => new XElement(
            "text",
            tick.IsMajor ? null : Class("minor"),
            new XAttribute("x", Invariant($"{100 * tick.Place:0.##}%")),
            new XAttribute("y", "12"),
            new XAttribute("text-anchor", tick.Place < 0.05 ? "start" : tick.Place > 0.95 ? "end" : "middle"),
            tick.Label)));

    private string Describe(ChartSeries[] series, long highest)
    {
        IEnumerable<string> totals = series.Select(part => $"{part.Label} {DisplayFormat.Count(columns.Sum(part.CountOf))}");
        return $"{DisplayFormat.Count(columns.Length)} columns, {DisplayFormat.Count(highest)} in the highest. {string.Join(", ", totals)}.";
    }

    /// <summary>One column; nothing for an empty one.</summary>
    private XElement? Column(int x, LogTimeBucket column, ChartSeries[] series, long highest) => !series.Any(part => part.CountOf(column) > 0) ? null : new(
        "g",
        new XElement("title", string.Join(" · ", series.Select(part => $"{part.Label} {DisplayFormat.Count(part.CountOf(column))}").Prepend(DisplayFormat.Time(DisplayFormat.InZone(column.Start, axis.Offset))))),
        Rectangle("hit", x, 0, ColumnWidth, Height),
        Stack(x, column, series, highest));

    private static IEnumerable<XElement> Stack(int x, LogTimeBucket column, ChartSeries[] series, long highest)
    {
        double top = Height;
        foreach (ChartSeries part in series.Where(part => part.CountOf(column) > 0))
        {
            double height = Math.Min(top, Math.Max(MinHeight, Height * (double)part.CountOf(column) / highest));
            top -= height;
            yield return Rectangle(part.Kind, x, top, ColumnWidth - Gap, height);
        }
    }

    /// <summary>The columns in which something stands out, from the bottom to the top.</summary>
    private XElement Mark(LogFinding finding)
    {
        int from = axis.ColumnOf(finding.From);
        return Rectangle($"mark {HtmlTables.KindOf(finding.Level)}", from * ColumnWidth, 0, (axis.EndColumnOf(finding.To) - from) * ColumnWidth, Height);
    }

    /// <summary>What marks mean, beside the first chart.</summary>
    private IEnumerable<XElement> MarkKeys() => marks.Select(mark => mark.Level).Distinct().Select(level =>
        new XElement("span", Class($"key mark {HtmlTables.KindOf(level)}"), level >= LogLevel.Error ? "more errors than usual" : "more warnings than usual"));

    private IEnumerable<XElement> Gaps()
    {
        for (int first = 0; first < columns.Length; first++)
        {
            int end = first;
            while (end < columns.Length && columns[end].Entries == 0)
            {
                end++;
            }

            if (end - first >= MinGap)
            {
                yield return Rectangle("gap", first * ColumnWidth, 0, (end - first) * ColumnWidth, Height);
            }

            first = end;
        }
    }

    private static XElement Rectangle(string kind, double x, double y, double width, double height) => new(
        "rect",
        Class(kind),
        new XAttribute("x", Invariant($"{x:0.#}")),
        y == 0 ? null : new XAttribute("y", Invariant($"{y:0.#}")),
        new XAttribute("width", Invariant($"{width:0.#}")),
        new XAttribute("height", Invariant($"{height:0.#}")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
