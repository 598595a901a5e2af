using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>What stands out, at the top of the page; nothing where nothing does.</summary>
internal static class HtmlFindings
{
    public static XElement? Build(LogReport report) => report.Findings.Length == 0 ? null : new XElement(
        "section",
        new XAttribute("aria-labelledby", "findings"),
        Class("findings"),
        new XElement("h2", new XAttribute("id", "findings"), Class("hidden"), "Findings"),
        report.Findings.Select(finding => new XElement("p", Class(HtmlTables.KindOf(finding.Level)), finding.Text)));
}
