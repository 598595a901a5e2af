using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The errors of the page by their patterns, each with an example and when it was logged.</summary>
internal static class HtmlPatterns
{
    private const string Wildcard = "<*>";

    public static XElement Build(LogReport report) => Section("patterns", "Error patterns", report.ErrorPatterns.Length == 0
        ? new XElement("p", Class("note"), "No errors.")
        : Table(
            "Errors whose messages differ only in values, most frequent first",
            ["Pattern", "Errors", "Share", "First", "Last"],
            report.ErrorPatterns.Select((pattern, index) => Row(
                RowName("ErrorPatterns", index),
                Pattern(pattern, showsFiles: report.Paths.Length > 1),
                CountCell(pattern.Count),
                ShareCell(pattern.Percent, "error"),
                TimeCell("First", pattern.First),
                TimeCell("Last", pattern.Last)))));

    private static XElement Pattern(LogErrorGroup pattern, bool showsFiles)
    {
        string? example = pattern.Example?.Trim();
        return Head(
            Class("pattern"),
            new XElement("span", Class("value"), Highlight(pattern.Name)),
            pattern.Level == LogLevel.Critical ? new XElement("span", Class("code error"), "Critical") : null,
            string.IsNullOrEmpty(example) || example == pattern.Name ? null : new XElement("span", Class("example"), example),
            showsFiles && pattern.Paths.Length > 0 ? new XElement("span", Class("example"), "in " + string.Join(", ", pattern.Paths)) : null);
    }

    /// <summary>The name, with its wildcards set apart from the text between them.</summary>
    private static IEnumerable<object> Highlight(string name) =>
        name.Split(Wildcard).SelectMany((part, index) => index == 0 ? (object[])[part] : [new XElement("i", Wildcard), part]);

    private static XElement TimeCell(string label, DateTimeOffset? time) => new("td", Class("time"), new XAttribute("data-label", label), Time(time));
}
