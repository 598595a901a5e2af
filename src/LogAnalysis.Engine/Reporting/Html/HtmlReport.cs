using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

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

    private static XElement Main(LogReport report) => new(
        "main",
        HtmlSummary.Header(report),
        HtmlFindings.Build(report),
        HtmlSummary.Figures(report),
        HtmlTimeline.Build(report),
        Columns(HtmlTables.Levels(report), HtmlTables.StatusCodes(report) ?? (HtmlFiles.IsShort(report) ? HtmlFiles.Build(report) : null)),
        HtmlPatterns.Build(report),
        HtmlPatterns.Exceptions(report),
        HtmlPatterns.Warnings(report),
        HtmlEndpoints.Top(report),
        Columns(HtmlEndpoints.Failing(report), HtmlEndpoints.Slowest(report), HtmlEndpoints.Clients(report), HtmlTables.ResponseTimes(report.ResponseTime), HtmlWeek.Build(report), HtmlTables.Methods(report)),
        report.StatusCodes.Length > 0 || !HtmlFiles.IsShort(report) ? HtmlFiles.Build(report) : null,
        HtmlFiles.Origin(report));

    private static XElement Columns(params XElement?[] sections) => new("div", Class("columns"), sections);

    private static XElement Meta(string name, string value, string? content = null) =>
        new("meta", new XAttribute(name, value), content is null ? null : new XAttribute("content", content));
}
