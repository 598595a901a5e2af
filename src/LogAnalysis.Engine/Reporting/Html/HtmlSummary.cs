using System.Globalization;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>The top of the page: which logs, which time, and the key figures.</summary>
internal static class HtmlSummary
{
    private const int MaxNames = 3;

    /// <summary>What the report is about, in a few words: the names of the first files.</summary>
    public static string Subject(LogReport report)
    {
        string[] names = [.. DistinctNames.Of(report.Paths).Take(MaxNames)];
        int others = report.Paths.Length - names.Length;
        return names.Length == 0 ? "lines from the pipeline" : string.Join(", ", names) + (others > 0 ? $" and {DisplayFormat.Count(others)} more" : string.Empty);
    }

    public static XElement Header(LogReport report) => new(
        "header",
        new XElement("p", Class("kind"), "Log report"),
        new XElement("h1", Subject(report)),
        new XElement("p", Class("span"), Span(report)));

    /// <summary>The counts, and what else is one number.</summary>
    public static XElement Figures(LogReport report)
    {
        List<XElement> cards = [.. ReportCounts.All.Where(count => count.IsShown(report)).Select(count => Card(report, count))];
        if (report.ResponseBytes is long bytes)
        {
            cards.Add(Card("Response bytes", Figure(nameof(LogReport.ResponseBytes), bytes, DisplayFormat.Bytes(bytes))));
        }

        if (report.ResponseTime is LogPercentiles times)
        {
            cards.Add(Card("Response time", Figure("P95", times.P95.TotalMilliseconds, DisplayFormat.Duration(times.P95)), "95 % within"));
        }

        return new XElement(
            "section",
            new XAttribute("aria-labelledby", "figures"),
            new XElement("h2", new XAttribute("id", "figures"), Class("hidden"), "Figures"),
            new XElement("dl", Class("figures"), cards));
    }

    private static object[] Span(LogReport report)
    {
        if (report is not { From: DateTimeOffset from, To: DateTimeOffset to })
        {
            return [report.Entries == 0 ? "There are no entries." : "No entry has a time."];
        }

        string zone = from.Offset == TimeSpan.Zero ? "UTC" : from.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return from == to ? [Time(from)!, $" ({zone})"] : [Time(from)!, " to ", Time(to)!, $" ({zone}), {DisplayFormat.Span(to - from)}"];
    }

    private static XElement Card(LogReport report, ReportCount count)
    {
        string? note = count.Name == nameof(LogReport.Entries) ? DisplayFormat.Rate(report.Entries, report.To - report.From ?? TimeSpan.Zero)
            : count.HasShare ? $"{DisplayFormat.Percent(count.PercentOf(report))} of entries"
            : count.Note;
        XElement card = Card(count.Label, Figure(count.Name, count.Of(report), count.Format(count.Of(report))), note);
        if (count.Level >= LogLevel.Warning && count.Of(report) > 0)
        {
            card.Add(Class(HtmlTables.KindOf(count.Level)));
        }

        return card;
    }

    private static XElement Card(string label, XElement figure, string? note = null) => new(
        "div",
        new XElement("dt", label),
        new XElement("dd", figure),
        string.IsNullOrEmpty(note) ? null : new XElement("dd", Class("note"), note));
}
