using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>What is around the elements of an XML log: the tags of the document that holds them, declarations and comments.</summary>
internal static class XmlFrame
{
    private static readonly WordTable<bool> Roots = new((true, "events eventset log logs"));

    /// <summary>The length of such a tag at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != '<')
        {
            return 0;
        }

        if (text[1] is (byte)'?' or (byte)'!')
        {
            return text.StartsWith("<?"u8) ? EndOf(text, "?>"u8)
                : text.StartsWith("<!--"u8) ? EndOf(text, "-->"u8)
                : text.StartsWith("<!DOCTYPE"u8) ? EndOf(text, ">"u8)
                : 0;
        }

        ReadOnlySpan<byte> name = text[1] == '/' ? XmlTag.EndNameOf(text) : XmlTag.NameOf(text);
        return Roots.Contains(XmlTag.Local(name)) ? Math.Max(0, XmlTag.FindEnd(text)) : 0;
    }

    private static int EndOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark)
    {
        int at = text.IndexOf(mark);
        return at < 0 ? 0 : at + mark.Length;
    }
}
