using System.Net;
using System.Text;

namespace LogAnalysis.Text;

/// <summary>The text of an XML element.</summary>
internal static class XmlText
{
    private static ReadOnlySpan<byte> DataStart => "<![CDATA["u8;

    private static ReadOnlySpan<byte> DataEnd => "]]>"u8;

    /// <summary>
    /// Resolves references and character data. Of elements within the texts are given, after the name that an attribute gives:
    /// <c>&lt;Data Name="user"&gt;ann&lt;/Data&gt;</c> is <c>user=ann</c>.
    /// </summary>
    /// <param name="inside">What is between the tags, in UTF-8.</param>
    public static string Decode(ReadOnlySpan<byte> inside)
    {
        var text = new StringBuilder(inside.Length);
        while (!inside.IsEmpty)
        {
            int length = inside.StartsWith(DataStart) ? TakeData(inside, text) : inside[0] == '<' ? TakeTag(inside, text) : TakeText(inside, text);
            inside = inside[length..];
        }

        return text.ToString().Trim();
    }

    private static int TakeText(ReadOnlySpan<byte> inside, StringBuilder text)
    {
        int mark = inside.IndexOf((byte)'<');
        ReadOnlySpan<byte> plain = mark < 0 ? inside : inside[..mark];

        // What is between two elements is only there to be seen.
        if (plain.ContainsAnyExcept(" \t\r\n"u8))
        {
            string decoded = Encoding.UTF8.GetString(plain);
            text.Append(plain.Contains((byte)'&') ? WebUtility.HtmlDecode(decoded) : decoded);
        }

        return plain.Length;
    }

    private static int TakeData(ReadOnlySpan<byte> inside, StringBuilder text)
    {
        ReadOnlySpan<byte> data = inside[DataStart.Length..];
        int end = data.IndexOf(DataEnd);
        text.Append(Encoding.UTF8.GetString(end < 0 ? data : data[..end]));
        return end < 0 ? inside.Length : DataStart.Length + end + DataEnd.Length;
    }

    private static int TakeTag(ReadOnlySpan<byte> inside, StringBuilder text)
    {
        int length = XmlTag.FindEnd(inside);
        ReadOnlySpan<byte> name = XmlTag.NameOf(inside);
        if (length < 0)
        {
            text.Append(Encoding.UTF8.GetString(inside));
            return inside.Length;
        }

        if (!name.IsEmpty)
        {
            text.Append(text.Length > 0 && !char.IsWhiteSpace(text[^1]) ? " " : string.Empty);
            ByteRange label = XmlTag.FindAttribute(inside, ByteRange.Between(1 + name.Length, length - 1), "Name"u8);
            text.Append(Encoding.UTF8.GetString(label.Of(inside))).Append(label.IsEmpty ? string.Empty : "=");
        }

        return length;
    }
}
