using System.Xml.Linq;

namespace LogAnalysis.Reporting;

/// <summary>The line of links to the sections of the page, at its top.</summary>
internal static class HtmlContents
{
    /// <summary>Fewer sections are seen at once.</summary>
    private const int MinSections = 4;

    /// <summary>The line; nothing where the page is short.</summary>
    /// <param name="sections">The sections, or what they are within.</param>
    public static XElement? Build(IEnumerable<XElement> sections)
    {
        XElement[] headings = [.. sections.DescendantsAndSelf("section").Where(section => section.Attribute("class")?.Value == "card").Elements("h2")];
        return headings.Length < MinSections ? null : new XElement(
            "nav",
            new XAttribute("aria-label", "Sections"),
            new XElement("ul", headings.Select(heading => new XElement("li", new XElement("a", new XAttribute("href", "#" + heading.Attribute("id")!.Value), heading.Value)))));
    }
}
