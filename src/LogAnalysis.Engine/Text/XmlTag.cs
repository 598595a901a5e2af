using System.Buffers;
namespace LogAnalysis.Text;

/// <summary>The tags of XML, as far as logs need them.</summary>
/// <remarks>Source: W3C, "Extensible Markup Language (XML) 1.0".</remarks>
internal static class XmlTag
{
    /// <summary>What is longer is no name: so the search for its end ends.</summary>
    private const int MaxNameLength = 256;

    private static readonly SearchValues<byte> AfterNames = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>The name in the start tag at the beginning of a text; empty if there is none.</summary>
    public static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> text) => text is [(byte)'<', ..] ? NameAt(text, 1) : default;

    /// <summary>The name in the end tag at the beginning of a text; empty if there is none.</summary>
    public static ReadOnlySpan<byte> EndNameOf(ReadOnlySpan<byte> text) => text is [(byte)'<', (byte)'/', ..] ? NameAt(text, 2) : default;

    /// <summary>A name without its prefix.</summary>
    public static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    /// <summary>Whether a text begins with the end tag of an element.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="length">Receives the tag's length.</param>
    public static bool IsEnd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, out int length)
    {
        length = 0;
        if (!EndNameOf(text).SequenceEqual(name))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[("</".Length + name.Length)..].TrimStart(" \t\r\n"u8);
        length = text.Length - rest.Length + 1;
        return rest is [(byte)'>', ..];
    }

    /// <summary>The length of the tag at the beginning of a text; -1 where it does not end. Values in quotes may hold its mark.</summary>
    public static int FindEnd(ReadOnlySpan<byte> text)
    {
        for (int at = 0; ;)
        {
            int mark = text[at..].IndexOfAny("\"'>"u8);
            if (mark < 0)
            {
                return -1;
            }

            at += mark;
            if (text[at] == '>')
            {
                return at + 1;
            }

            int quote = text[(at + 1)..].IndexOf(text[at]);
            if (quote < 0)
            {
                return -1;
            }

            at += quote + 2;
        }
    }

    /// <summary>The value of an attribute.</summary>
    /// <param name="text">The text that the tag is in.</param>
    /// <param name="attributes">What is between the tag's name and its end.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The value, without its quotes; an empty range if there is none.</returns>
    public static ByteRange FindAttribute(ReadOnlySpan<byte> text, ByteRange attributes, ReadOnlySpan<byte> name)
    {
        for (int at = attributes.Start; at < attributes.End;)
        {
            int equals = text[at..attributes.End].IndexOf((byte)'=');
            int open = equals < 0 ? -1 : text[(at + equals)..attributes.End].IndexOfAny("\"'"u8);
            if (open < 0)
            {
                break;
            }

            int start = at + equals + open + 1;
            int length = text[start..attributes.End].IndexOf(text[start - 1]);
            if (length < 0)
            {
                break;
            }

            if (text.Slice(at, equals).Trim(" \t\r\n"u8).SequenceEqual(name))
            {
                return new ByteRange(start, length);
            }

            at = start + length + 1;
        }

        return default;
    }

    private static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> text, int start)
    {
        if (start >= text.Length || !(char.IsAsciiLetter((char)text[start]) || text[start] == '_'))
        {
            return default;
        }

        ReadOnlySpan<byte> near = text[start..Math.Min(text.Length, start + MaxNameLength)];
        int length = near.IndexOfAny(AfterNames);
        return length >= 0 ? near[..length] : near.Length < MaxNameLength ? near : default;
    }
}
