using System.Xml;
using System.Xml.Linq;

namespace LogAnalysis.Reporting;

/// <summary>Text that is written as it is, never from a log: HTML reads a style sheet without decoding escapes.</summary>
internal sealed class RawText(string text) : XText(text)
{
    /// <inheritdoc/>
    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}
