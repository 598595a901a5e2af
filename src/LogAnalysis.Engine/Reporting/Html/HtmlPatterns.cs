using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The errors of the page by their patterns and by their exceptions, each with an example and when it was logged.</summary>
internal static class HtmlPatterns
{
    private const string Wildcard = "<*>";

    public static XElement Build(LogReport report) => Section("patterns", "Error patterns", report.ErrorPatterns.Length == 0
        ? new XElement("p", Class("note"), "No errors.")
        : Groups(report, "ErrorPatterns", "Pattern", "Errors whose messages differ only in values, most frequent first", report.ErrorPatterns));

    /// <summary>The exceptions; nothing where there are none.</summary>
    public static XElement? Exceptions(LogReport report) => report.Exceptions.Length == 0 ? null : Section(
        "exceptions",
        "Exceptions",
        Groups(report, "Exceptions", "Exception", "What caused errors, and where in your own code, most frequent first", report.Exceptions));

    private static XElement Groups(LogReport report, string name, string column, string caption, LogErrorGroup[] groups) => Table(
        caption,
        [column, "Errors", "Share", "First", "Last"],
        groups.Select((group, index) => Row(
            RowName(name, index),
            Pattern(group, showsFiles: report.Paths.Length > 1),
            CountCell(group.Count),
            ShareCell(group.Percent, "error"),
            TimeCell("First", group.First),
            TimeCell("Last", group.Last))));

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
    public static IEnumerable<object> Highlight(string name) =>
        name.Split(Wildcard).SelectMany((part, index) => index == 0 ? (object[])[part] : [new XElement("i", Wildcard), part]);

    private static XElement TimeCell(string label, DateTimeOffset? time) => new("td", Class("time"), new XAttribute("data-label", label), Time(time));
}
