using System.Xml.Linq;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as one self-contained page: it loads no script, font or image, and a policy in the page forbids the browser to run or load
/// any. So it can be mailed and archived, and log content stays inert in it.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(LogReport report, TextWriter output) =>
        HtmlSerializer.Write(new XElement("html", new XAttribute("lang", "en"), Head(report), new XElement("body", Main(report))), output);

    private static XElement Head(LogReport report) => new(
        "head",
        Meta("charset", "utf-8"),
        Meta("http-equiv", "Content-Security-Policy", HtmlStyle.Policy),
        Meta("name", "viewport", "width=device-width, initial-scale=1"),
        Meta("name", "color-scheme", "light dark"),
        Meta("name", "generator", "LogAnalysis"),
        new XElement("title", "Log report: " + HtmlSummary.Subject(report)),
        new XElement("style", new RawText(HtmlStyle.Sheet)));

    private static XElement Main(LogReport report)
    {
        XElement files = HtmlFiles.Build(report);
        bool isShort = HtmlFiles.IsShort(report);
        bool hasStatuses = report.StatusCodes.Length > 0;
        XElement[] sections =
        [
            .. HtmlLayout.Arrange(
                HtmlLayout.Wide(HtmlTimeline.Build(report)),
                HtmlLayout.Narrow(HtmlTables.Levels(report)),
                HtmlLayout.Narrow(HtmlTables.StatusCodes(report)),
                HtmlLayout.Narrow(isShort && !hasStatuses ? files : null),
                HtmlLayout.Sized(HtmlPatterns.Build(report), report.ErrorPatterns.Length),
                HtmlLayout.Sized(HtmlPatterns.Exceptions(report), report.Exceptions.Length),
                HtmlLayout.Sized(HtmlPatterns.Warnings(report), report.WarningPatterns.Length),
                HtmlLayout.Wide(HtmlEndpoints.Top(report)),
                HtmlLayout.Narrow(HtmlEndpoints.Failing(report)),
                HtmlLayout.Narrow(HtmlEndpoints.Slowest(report)),
                HtmlLayout.Narrow(HtmlEndpoints.Clients(report)),
                HtmlLayout.Narrow(HtmlTables.ResponseTimes(report.ResponseTime)),
                HtmlLayout.Narrow(HtmlWeek.Build(report)),
                HtmlLayout.Narrow(HtmlTables.Methods(report)),
                HtmlLayout.Narrow(HtmlUserAgents.Build(report)),
                HtmlLayout.Narrow(isShort && hasStatuses ? files : null),
                HtmlLayout.Wide(isShort ? null : files)),
        ];
        return new XElement("main", HtmlSummary.Header(report), HtmlContents.Build(sections), HtmlFindings.Build(report), HtmlSummary.Figures(report), sections, HtmlFiles.Origin(report));
    }

    private static XElement Meta(string name, string value, string? content = null) =>
        new("meta", new XAttribute(name, value), content is null ? null : new XAttribute("content", content));
}
