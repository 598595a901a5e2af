using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;

namespace LogAnalysis.Reporting;

/// <summary>Which sections of the page are as wide as it, and which are beside each other.</summary>
internal static class HtmlLayout
{
    /// <summary>What has no more rows than this leaves most of a whole width empty.</summary>
    private const int MaxNarrowRows = 3;

    /// <summary>A section that is as wide as the page.</summary>
    public static (XElement? Section, bool IsNarrow) Wide(XElement? section) => (section, false);

    /// <summary>A section that has room beside others.</summary>
    public static (XElement? Section, bool IsNarrow) Narrow(XElement? section) => (section, true);

    /// <summary>A section that is as wide as the page where it has rows enough for that.</summary>
    public static (XElement? Section, bool IsNarrow) Sized(XElement? section, int rows) => (section, rows <= MaxNarrowRows);

    /// <summary>The sections in their order, narrow ones that follow each other in columns.</summary>
    public static IEnumerable<XElement> Arrange(params (XElement? Section, bool IsNarrow)[] sections)
    {
        var narrow = new List<XElement>();
        foreach ((XElement? section, bool isNarrow) in sections.Where(part => part.Section is not null).Append((null, false)))
        {
            if (isNarrow)
            {
                narrow.Add(section!);
                continue;
            }

            if (narrow.Count > 0)
            {
                yield return new XElement("div", Class("columns"), narrow);
                narrow.Clear();
            }

            if (section is not null)
            {
                yield return section;
            }
        }
    }
}
