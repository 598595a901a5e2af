using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LogAnalysis.Tests.Support;

/// <summary>What the comments in the engine's code say of its properties.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(LogReport).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The summary of a property in one line, without markup.</summary>
    public static string SummaryOf(MemberInfo property)
    {
        XElement summary = Members[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!;
        return Whitespace().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim();
    }

    private static string TextOf(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } link => link.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => ((XText)node).Value,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
