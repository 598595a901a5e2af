using System.Globalization;
using LogAnalysis.Fields;

namespace LogAnalysis.Reporting;

/// <summary>The tables of the page.</summary>
internal static class HtmlTables
{
    /// <summary>Entries by level.</summary>
    public static void Levels(HtmlWriter html, LogReport report)
    {
        Open(html, "levels", "Levels", "Entries by level, most frequent first", "Level", "Entries", "Share");
        foreach (LogLevelCount level in report.Levels)
        {
            OpenRow(html, $"Levels:{level.Level}");
            html.Element("th", level.Level.ToString(), ("scope", "row"), ("class", $"level {KindOf(level.Level)}"));
            CountCell(html, level.Count);
            ShareCell(html, 100.0 * level.Count / report.Entries, KindOf(level.Level));
            html.CloseLine("tr");
        }

        Close(html);
    }

    /// <summary>Responses by status; nothing where there are none.</summary>
    public static void StatusCodes(HtmlWriter html, LogReport report)
    {
        if (report.StatusCodes.Length == 0)
        {
            return;
        }

        Open(html, "statuses", "Status codes", "Responses by HTTP status", "Status", "Responses", "Share");
        foreach (LogStatusCodeCount status in report.StatusCodes)
        {
            string code = status.Code.ToString(CultureInfo.InvariantCulture);
            OpenRow(html, $"StatusCodes:{code}");
            html.Open("th", ("scope", "row"));
            html.Element("span", code, ("class", $"code {KindOf(status.Code)}"));
            html.Text(" " + status.Reason);
            html.Close("th");
            CountCell(html, status.Count);
            ShareCell(html, status.Percent, KindOf(status.Code));
            html.CloseLine("tr");
        }

        Close(html);
    }

    /// <summary>The most frequent values of one kind; nothing where there are none.</summary>
    public static void TopValues(HtmlWriter html, string name, string title, string column, LogTopValue[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        long undercount = values.Max(value => value.MaxUndercount);
        string caption = undercount == 0 ? "The most frequent" : $"The most frequent; each count is too low by {DisplayFormat.Count(undercount)} at the most";
        Open(html, name, title, caption, column, "Requests", "Share");
        for (int index = 0; index < values.Length; index++)
        {
            LogTopValue value = values[index];
            OpenRow(html, string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"));
            html.Element("th", value.Value, ("scope", "row"), ("class", "value"));
            CountCell(html, value.Count);
            ShareCell(html, value.Percent, "other");
            html.CloseLine("tr");
        }

        Close(html);
    }

    /// <summary>How long responses took; nothing where no line says.</summary>
    public static void ResponseTimes(HtmlWriter html, LogPercentiles? times)
    {
        if (times is null)
        {
            return;
        }

        Open(html, "times", "Response times", $"Of {DisplayFormat.Count(times.Count)} responses, so many took no longer", "Responses", "Took at most", "Of the longest");
        foreach ((string name, string label, TimeSpan time) in new[]
        {
            ("P50", "50 %", times.P50), ("P90", "90 %", times.P90), ("P95", "95 %", times.P95), ("P99", "99 %", times.P99), ("Max", "all", times.Max),
        })
        {
            OpenRow(html, $"ResponseTime:{name}");
            html.Element("th", label, ("scope", "row"));
            html.Open("td", ("class", "number"));
            html.Figure(name, time.TotalMilliseconds, DisplayFormat.Duration(time));
            html.Close("td");
            ShareCell(html, times.Max == TimeSpan.Zero ? 0 : 100 * (time / times.Max), "other");
            html.CloseLine("tr");
        }

        Close(html);
    }

    /// <summary>What was read.</summary>
    public static void Files(HtmlWriter html, LogReport report)
    {
        html.Open("section", ("aria-labelledby", "files"));
        html.Element("h2", "Files", ("id", "files"));
        html.Element("p", $"Formats: {(report.Formats.Length == 0 ? "none" : string.Join(", ", report.Formats))}", ("class", "note"));
        html.Open("ul", ("class", "files"));
        foreach (string path in report.Paths.DefaultIfEmpty("Lines from the pipeline"))
        {
            html.Element("li", path);
        }

        html.Close("ul");
        html.CloseLine("section");
    }

    /// <summary>Begins a section with a table.</summary>
    public static void Open(HtmlWriter html, string id, string title, string caption, params string[] columns)
    {
        html.Open("section", ("aria-labelledby", id), ("class", "card"));
        html.Element("h2", title, ("id", id));
        html.Open("table");
        html.Element("caption", caption);
        html.Open("thead");
        html.Open("tr");
        foreach (string column in columns)
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close("tr");
        html.Close("thead");
        html.Open("tbody");
    }

    /// <summary>Ends it.</summary>
    public static void Close(HtmlWriter html)
    {
        html.Close("tbody");
        html.Close("table");
        html.CloseLine("section");
    }

    /// <summary>Begins a row.</summary>
    public static void OpenRow(HtmlWriter html, string name) => html.Open("tr", ("data-row", name));

    /// <summary>Writes a cell with a count.</summary>
    public static void CountCell(HtmlWriter html, long count, string name = "Count")
    {
        html.Open("td", ("class", "number"));
        html.Count(name, count);
        html.Close("td");
    }

    /// <summary>Writes a cell with a share.</summary>
    public static void ShareCell(HtmlWriter html, double percent, string kind)
    {
        html.Open("td", ("class", "share"));
        html.Share(percent, kind);
        html.Close("td");
    }

    /// <summary>The colour of a level.</summary>
    public static string KindOf(LogLevel level) => level switch
    {
        >= LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        _ => "other",
    };

    private static string KindOf(int status) => KindOf(LevelRules.OfStatus(status));
}
