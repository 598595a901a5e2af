using System.Reflection;
using System.Xml.Linq;

namespace LogAnalysis.Help.Reading;

/// <summary>The documentation that the compiler took from the code.</summary>
internal sealed class XmlDocs
{
    private static readonly XElement Nothing = new("member");
    private readonly Dictionary<string, XElement> _members;

    /// <param name="path">The file that it wrote.</param>
    public XmlDocs(string path) =>
        _members = XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>What is written of a type or a property; an empty element where nothing is.</summary>
    public XElement Of(MemberInfo member) =>
        _members.GetValueOrDefault(member is Type type ? $"T:{type.FullName}" : $"P:{member.DeclaringType!.FullName}.{member.Name}", Nothing);
}
