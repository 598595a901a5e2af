using System.Globalization;
using System.Xml.Linq;

namespace LogAnalysis.Reporting;

/// <summary>Figures and times as elements that programs can read too: the exact value is an attribute beside the readable one.</summary>
internal static class HtmlFigures
{
    /// <param name="name">What it counts, by the name of the report's property.</param>
    /// <param name="count">How many.</param>
    public static XElement Count(string name, long count) => Figure(name, count, DisplayFormat.Count(count));

    /// <param name="name">What it tells, by the name of the report's property.</param>
    /// <param name="value">Its exact value.</param>
    /// <param name="shown">What is to be read.</param>
    public static XElement Figure(string name, IFormattable value, string shown) =>
        new("data", new XAttribute("data-figure", name), new XAttribute("value", value.ToString(null, CultureInfo.InvariantCulture)), shown);

    /// <summary>A time; nothing where there is none.</summary>
    public static XElement? Time(DateTimeOffset? time) => time is DateTimeOffset known
        ? new XElement("time", new XAttribute("datetime", known.ToString("O", CultureInfo.InvariantCulture)), DisplayFormat.Time(known))
        : null;

    /// <summary>A share with a bar as long as it.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="kind">The class that gives the bar its colour.</param>
    public static XElement[] Share(double percent, string kind) =>
    [
        new("svg",
            Class("bar"), new XAttribute("viewBox", "0 0 100 10"), new XAttribute("preserveAspectRatio", "none"), new XAttribute("aria-hidden", "true"),
            Bar("track", 100), Bar(kind, percent)),
        new("span", Class("percent"), DisplayFormat.Percent(percent)),
    ];

    /// <summary>The attribute by which the style sheet knows an element.</summary>
    public static XAttribute Class(string name) => new("class", name);

    private static XElement Bar(string kind, double width) =>
        new("rect", Class(kind), new XAttribute("width", width.ToString("0.##", CultureInfo.InvariantCulture)), new XAttribute("height", "10"));
}
