namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as one page that stands by itself: no script, no font, no image is loaded from anywhere, and a policy in the page forbids
/// the browser to run or load any. So it can be mailed and archived, and nothing that a log says can come alive in it.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Receives it.</param>
    public static void Write(LogReport report, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.Markup("<!DOCTYPE html>\n");
        html.Open("html", ("lang", "en"));
        WriteHead(html, report);
        html.Open("body");
        html.Open("main");
        HtmlSummary.Write(html, report);
        HtmlTimeline.Write(html, report);
        html.Open("div", ("class", "columns"));
        HtmlTables.Levels(html, report);
        HtmlTables.StatusCodes(html, report);
        html.CloseLine("div");
        HtmlPatterns.Write(html, report);
        html.Open("div", ("class", "columns"));
        HtmlTables.TopValues(html, "TopUrls", "Top URLs", "URL", report.TopUrls);
        HtmlTables.TopValues(html, "TopClients", "Top clients", "Client", report.TopClients);
        html.CloseLine("div");
        HtmlTables.ResponseTimes(html, report.ResponseTime);
        HtmlTables.Files(html, report);
        html.CloseLine("main");
        html.Close("body");
        html.CloseLine("html");
    }

    private static void WriteHead(HtmlWriter html, LogReport report)
    {
        html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", HtmlStyle.Policy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Empty("meta", ("name", "generator"), ("content", "LogAnalysis"));
        html.Element("title", "Log report: " + HtmlSummary.Subject(report));
        html.Markup("<style>");
        html.Markup(HtmlStyle.Sheet);
        html.Markup("</style>");
        html.CloseLine("head");
    }
}
