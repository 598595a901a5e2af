using System.Globalization;
using System.Text;

namespace LogAnalysis.Text;

/// <summary>The text of a JSON string in UTF-8. Unlike <see cref="JsonText"/> it does not mind escapes that are malformed, which cost no more than others.</summary>
internal static class JsonBytes
{
    /// <summary>The length of <c>\u20ac</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>Resolves the escapes. What is none stays as it is, without its backslash.</summary>
    /// <param name="inside">What is between the quotes, in UTF-8.</param>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> inside)
    {
        if (!inside.Contains((byte)'\\'))
        {
            return inside;
        }

        // No escape is shorter than what it stands for.
        byte[] text = new byte[inside.Length];
        int length = 0;
        while (!inside.IsEmpty)
        {
            int mark = inside.IndexOf((byte)'\\');
            ReadOnlySpan<byte> plain = mark < 0 ? inside : inside[..mark];
            plain.CopyTo(text.AsSpan(length));
            length += plain.Length;
            inside = mark < 0 ? default : inside[(mark + 1)..];
            inside = mark < 0 ? inside : inside[Resolve(inside, text, ref length)..];
        }

        return text.AsSpan(0, length);
    }

    /// <returns>How long the escape is, without its backslash.</returns>
    private static int Resolve(ReadOnlySpan<byte> escape, Span<byte> text, ref int length)
    {
        if (escape.IsEmpty)
        {
            return 0;
        }

        if (TryReadUnit(escape, out char unit))
        {
            // Characters beyond the first 65,536 are two escapes.
            bool isFollowed = escape.Length > EscapeLength && escape[EscapeLength - 1] == '\\';
            bool isPair = TryReadUnit(isFollowed ? escape[EscapeLength..] : default, out char low) & Rune.TryCreate(unit, low, out Rune character);
            character = isPair || Rune.TryCreate(unit, out character) ? character : Rune.ReplacementChar;
            length += character.EncodeToUtf8(text[length..]);
            return isPair ? (2 * EscapeLength) - 1 : EscapeLength - 1;
        }

        text[length++] = escape[0] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            byte other => other,
        };
        return 1;
    }

    /// <summary>Reads <c>u20ac</c>.</summary>
    private static bool TryReadUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        ushort value = 0;
        bool isUnit = escape.Length >= EscapeLength - 1 && escape[0] == 'u'
            && ushort.TryParse(escape[1..(EscapeLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        unit = (char)value;
        return isUnit;
    }
}
