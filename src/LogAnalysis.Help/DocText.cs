using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LogAnalysis.Help;

/// <summary>Text of a documentation comment, in paragraphs: <c>c</c>, <c>see</c>, <c>para</c> and <c>list</c> are understood.</summary>
/// <param name="source">The element that holds it.</param>
internal sealed partial class DocText(XElement source)
{
    private static readonly HashSet<string> Blocks = ["para", "list", "item"];

    /// <summary>Text without any markup.</summary>
    public static DocText Of(string text) => new(new XElement("para", text));

    /// <summary>The paragraphs as a terminal shows them. An item of a list begins with a dash.</summary>
    public IReadOnlyList<string> Plain => Split(source, TextStyle.Plain);

    /// <summary>The paragraphs as Markdown.</summary>
    public IReadOnlyList<string> Markdown => Split(source, TextStyle.Markdown);

    private static List<string> Split(XElement block, TextStyle style)
    {
        List<string> paragraphs = [];
        List<XNode> open = [];
        foreach (XNode node in block.Nodes())
        {
            if (node is XElement inner && Blocks.Contains(inner.Name.LocalName))
            {
                Close();
                List<string> within = Split(inner, style);
                paragraphs.AddRange(inner.Name == "item" ? ["- " + string.Join(' ', within)] : within);
            }
            else
            {
                open.Add(node);
            }
        }

        Close();
        return paragraphs;

        void Close()
        {
            string text = Spaces().Replace(string.Concat(open.Select(style.Render)), " ").Trim();
            open.Clear();
            if (text.Length > 0)
            {
                paragraphs.Add(text);
            }
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
