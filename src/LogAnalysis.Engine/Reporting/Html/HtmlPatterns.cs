using System.Globalization;

namespace LogAnalysis.Reporting;

/// <summary>The errors of the page by their patterns, each with an example and when it was seen.</summary>
internal static class HtmlPatterns
{
    private const string Wildcard = "<*>";

    /// <summary>Writes them, or that there are none.</summary>
    public static void Write(HtmlWriter html, LogReport report)
    {
        if (report.ErrorPatterns.Length == 0)
        {
            html.Open("section", ("aria-labelledby", "patterns"), ("class", "card"));
            html.Element("h2", "Error patterns", ("id", "patterns"));
            html.Element("p", "No errors.", ("class", "note"));
            html.CloseLine("section");
            return;
        }

        HtmlTables.Open(
            html, "patterns", "Error patterns", "Errors whose messages differ only in values, most frequent first", "Pattern", "Errors", "Share", "First", "Last");
        for (int index = 0; index < report.ErrorPatterns.Length; index++)
        {
            LogErrorGroup pattern = report.ErrorPatterns[index];
            HtmlTables.OpenRow(html, string.Create(CultureInfo.InvariantCulture, $"ErrorPatterns:{index}"));
            WritePattern(html, pattern, showsFiles: report.Paths.Length > 1);
            HtmlTables.CountCell(html, pattern.Count);
            HtmlTables.ShareCell(html, pattern.Percent, "error");
            WriteTime(html, "First", pattern.First);
            WriteTime(html, "Last", pattern.Last);
            html.CloseLine("tr");
        }

        HtmlTables.Close(html);
    }

    private static void WritePattern(HtmlWriter html, LogErrorGroup pattern, bool showsFiles)
    {
        html.Open("th", ("scope", "row"), ("class", "pattern"));
        html.Open("span", ("class", "value"));
        string[] parts = pattern.Name.Split(Wildcard);
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                html.Element("i", Wildcard);
            }

            html.Text(parts[i]);
        }

        html.Close("span");
        if (pattern.Level == LogLevel.Critical)
        {
            html.Element("span", "Critical", ("class", "code error"));
        }

        if (pattern.Example?.Trim() is { Length: > 0 } example && example != pattern.Name)
        {
            html.Element("span", example, ("class", "example"));
        }

        if (showsFiles && pattern.Paths.Length > 0)
        {
            html.Element("span", "in " + string.Join(", ", pattern.Paths), ("class", "example"));
        }

        html.Close("th");
    }

    private static void WriteTime(HtmlWriter html, string label, DateTimeOffset? time)
    {
        html.Open("td", ("class", "time"), ("data-label", label));
        html.Time(time);
        html.Close("td");
    }
}
