using System.Globalization;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>What the tables of the page are made of.</summary>
internal static class HtmlTable
{
    /// <summary>A part of the page, under its heading.</summary>
    /// <param name="id">The heading's id, which the style sheet uses too.</param>
    /// <param name="title">The heading.</param>
    /// <param name="content">What is below it.</param>
    public static XElement Section(string id, string title, params object?[] content) =>
        new("section", new XAttribute("aria-labelledby", id), Class("card"), new XElement("h2", new XAttribute("id", id), title), content);

    /// <summary>A table with its caption, which screen readers announce.</summary>
    public static XElement Table(string caption, IEnumerable<string> columns, IEnumerable<XElement> rows)
    {
        XElement[] all = [.. rows];

        // The heading of numbers is above them, at the right.
        bool[] areNumbers = [.. all.Take(1).Elements().Select(cell => cell.Attribute("class")?.Value.StartsWith("number", StringComparison.Ordinal) == true)];
        return new XElement(
            "table",
            new XElement("caption", caption),
            new XElement("thead", new XElement("tr", columns.Select((column, index) => new XElement(
                "th", new XAttribute("scope", "col"), areNumbers.ElementAtOrDefault(index) ? Class("number") : null, column)))),
            new XElement("tbody", all));
    }

    /// <summary>A table that is wider than a phone, and scrolled by itself there.</summary>
    public static XElement Wide(XElement table) => new("div", Class("scroll"), new XAttribute("tabindex", "0"), table);

    /// <summary>A row by a name that programs find it by, such as <c>Levels:Error</c>.</summary>
    public static XElement Row(string name, params object?[] cells) => new("tr", new XAttribute("data-row", name), cells);

    /// <summary>The name of a row that has none but its place.</summary>
    public static string RowName(string table, int index) => string.Create(CultureInfo.InvariantCulture, $"{table}:{index}");

    /// <summary>The cell that says what its row is about.</summary>
    public static XElement Head(params object?[] content) => new("th", new XAttribute("scope", "row"), content);

    /// <summary>A cell with a count.</summary>
    public static XElement CountCell(long count, string name = "Count") => new("td", Class("number"), Count(name, count));

    /// <summary>A cell with a count of what failed; empty where nothing did.</summary>
    public static XElement ErrorCell(long count, string name, string kind) => new("td", Class(count > 0 ? $"number count {kind}" : "number"), count > 0 ? Count(name, count) : null);

    /// <summary>A cell with a share.</summary>
    public static XElement ShareCell(double percent, string kind) => new("td", Class("share"), Share(percent, kind));
}
