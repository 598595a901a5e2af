namespace LogAnalysis.Reporting;

/// <summary>The top of the page: which logs, which time, and the figures that one looks for first.</summary>
internal static class HtmlSummary
{
    private const int MaxNames = 3;

    /// <summary>What the report is about, in a few words: the names of the first files.</summary>
    public static string Subject(LogReport report)
    {
        string[] names = [.. report.Paths.Select(path => path[(path.LastIndexOfAny(['/', '\\']) + 1)..]).Take(MaxNames)];
        int others = report.Paths.Length - names.Length;
        return names.Length == 0 ? "lines from the pipeline" : string.Join(", ", names) + (others > 0 ? $" and {DisplayFormat.Count(others)} more" : string.Empty);
    }

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, LogReport report)
    {
        html.Open("header");
        html.Element("p", "Log report", ("class", "kind"));
        html.Element("h1", Subject(report));
        html.Open("p", ("class", "span"));
        WriteSpan(html, report);
        html.Close("p");
        html.CloseLine("header");
        html.Open("section", ("aria-labelledby", "figures"));
        html.Element("h2", "Figures", ("id", "figures"), ("class", "hidden"));
        html.Open("dl", ("class", "figures"));
        WriteFigures(html, report);
        html.Close("dl");
        html.CloseLine("section");
    }

    private static void WriteSpan(HtmlWriter html, LogReport report)
    {
        if (report.From is not DateTimeOffset from || report.To is not DateTimeOffset to)
        {
            html.Text("No entry has a time.");
            return;
        }

        html.Time(from);
        html.Text(" to ");
        html.Time(to);
        html.Text($" ({(from.Offset == TimeSpan.Zero ? "UTC" : from.ToString("'UTC'zzz", System.Globalization.CultureInfo.InvariantCulture))}), {DisplayFormat.Span(to - from)}");
    }

    private static void WriteFigures(HtmlWriter html, LogReport report)
    {
        TimeSpan span = report.To - report.From ?? TimeSpan.Zero;
        WriteCount(html, "Entries", report.Entries, DisplayFormat.Rate(report.Entries, span));
        WriteCount(html, "Errors", report.Errors, null, report.Errors > 0 ? "error" : null, report.ErrorRate);
        WriteCount(html, "Warnings", report.Warnings, null, report.Warnings > 0 ? "warning" : null, report.Entries == 0 ? 0 : (double)report.Warnings / report.Entries);
        WriteCount(html, "Lines", report.Lines, null);
        WriteFigure(html, "Bytes", "Size", report.Bytes, DisplayFormat.Bytes(report.Bytes));
        if (report.Unparsed > 0)
        {
            WriteCount(html, "Unparsed", report.Unparsed, "no known format");
        }

        if (report.ResponseBytes is long bytes)
        {
            WriteFigure(html, "ResponseBytes", "Response bytes", bytes, DisplayFormat.Bytes(bytes));
        }

        if (report.ResponseTime is LogPercentiles times)
        {
            WriteFigure(html, "P95", "Response time, 95 %", times.P95.TotalMilliseconds, DisplayFormat.Duration(times.P95));
        }
    }

    private static void WriteCount(HtmlWriter html, string name, long count, string? note, string? kind = null, double? share = null)
    {
        html.Open("div", ("class", kind));
        html.Element("dt", name);
        html.Open("dd");
        html.Count(name, count);
        html.Close("dd");
        if (share is double known)
        {
            html.Element("dd", $"{DisplayFormat.Percent(100 * known)} of entries", ("class", "note"));
        }
        else if (!string.IsNullOrEmpty(note))
        {
            html.Element("dd", note, ("class", "note"));
        }

        html.Close("div");
    }

    private static void WriteFigure(HtmlWriter html, string name, string label, IFormattable value, string shown)
    {
        html.Open("div");
        html.Element("dt", label);
        html.Open("dd");
        html.Figure(name, value, shown);
        html.Close("dd");
        html.Close("div");
    }
}
