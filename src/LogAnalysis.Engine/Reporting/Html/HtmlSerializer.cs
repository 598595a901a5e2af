using System.Xml;
using System.Xml.Linq;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes elements as an HTML page that is well-formed XML too. All text and all attributes are escaped here, so text from a log can go into
/// any element as it is.
/// </summary>
internal static class HtmlSerializer
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };

    /// <summary>The elements that HTML closes by themselves, and those of SVG that have no content.</summary>
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "rect", "path" };

    /// <summary>A line end after these keeps the page readable as text.</summary>
    private static readonly HashSet<string> EndsLine = new(StringComparer.Ordinal) { "head", "header", "nav", "section", "div", "figure", "details", "tr", "main" };

    /// <summary>Writes a page. Its elements are changed on the way, so it can be written once.</summary>
    public static void Write(XElement page, TextWriter output)
    {
        foreach (XElement element in page.DescendantsAndSelf().ToArray())
        {
            Prepare(element);
        }

        output.Write("<!DOCTYPE html>\n");
        using (var xml = XmlWriter.Create(output, Settings))
        {
            page.WriteTo(xml);
        }

        output.Write('\n');
    }

    private static void Prepare(XElement element)
    {
        foreach (XAttribute attribute in element.Attributes())
        {
            attribute.Value = Escape(attribute.Value);
        }

        foreach (XText text in element.Nodes().OfType<XText>().Where(text => text is not RawText))
        {
            text.Value = Escape(text.Value);
        }

        if (element.IsEmpty && !Void.Contains(element.Name.LocalName))
        {
            // Written as <td />, HTML would take it for a start tag.
            element.Value = string.Empty;
        }

        if (EndsLine.Contains(element.Name.LocalName))
        {
            element.AddAfterSelf("\n");
        }
    }

    /// <summary>What <see cref="ControlCharacters"/> escapes, and the two characters that it shows and XML forbids.</summary>
    private static string Escape(string text) =>
        ControlCharacters.Escape(text).Replace("\uFFFE", @"\ufffe", StringComparison.Ordinal).Replace("\uFFFF", @"\uffff", StringComparison.Ordinal);
}
