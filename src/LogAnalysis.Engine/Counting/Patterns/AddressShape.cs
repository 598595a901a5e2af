using System.Buffers;

namespace LogAnalysis.Counting;

/// <summary>Addresses of machines: IPv4, IPv6 in every form, hardware addresses, ports behind them, and URLs.</summary>
internal static class AddressShape
{
    private static readonly SearchValues<byte> UrlEnds = SearchValues.Create(" \t\r\n\"'`<>)]},;"u8);
    private static readonly SearchValues<byte> QuadBytes = SearchValues.Create("0123456789."u8);
    private const int Groups = 8;
    private const int MaxGroup = 4;
    private const int MinOctets = 4;

    /// <summary>The length of an IPv6 address at a position, with its zone, prefix, brackets and port; 0 for none.</summary>
    public static int MeasureIpV6(ReadOnlySpan<byte> text)
    {
        bool isBracketed = text[0] == '[';
        int start = isBracketed ? 1 : 0;
        int length = MeasureGroups(text[start..]);
        if (length == 0)
        {
            return 0;
        }

        int end = start + length;
        end += CountAfter(text[end..], (byte)'%');
        end += CountAfter(text[end..], (byte)'/');
        if (!isBracketed)
        {
            return TextClasses.IsEnd(text, end) ? end : 0;
        }

        return end < text.Length && text[end] == ']' ? end + 1 + MeasurePort(text[(end + 1)..]) : 0;
    }

    /// <summary>The length of an IPv4 address at the beginning, with its prefix and port; 0 for none.</summary>
    public static int MeasureIpV4(ReadOnlySpan<byte> text)
    {
        int at = 0;
        for (int octet = 0; octet < MinOctets; octet++)
        {
            int digits = Text.DigitReader.CountLeading(text[at..]);
            bool isLast = octet == MinOctets - 1;
            if (digits is 0 or > 3 || (!isLast && (at + digits >= text.Length || text[at + digits] != '.')))
            {
                return 0;
            }

            at += digits + (isLast ? 0 : 1);
        }

        at += CountAfter(text[at..], (byte)'/');
        bool ends = TextClasses.IsEnd(text, at) && !(at + 1 < text.Length && text[at] == '.' && TextClasses.IsWord(text[at + 1]));
        return ends ? at + MeasurePort(text[at..]) : 0;
    }

    /// <summary>The length of a port after an address, with the colon or hash before it; 0 for none.</summary>
    public static int MeasurePort(ReadOnlySpan<byte> text)
    {
        int digits = text is [(byte)':' or (byte)'#', ..] ? Text.DigitReader.CountLeading(text[1..]) : 0;
        return digits is > 0 and <= 5 && TextClasses.IsEnd(text, digits + 1) ? digits + 1 : 0;
    }

    /// <summary>The length of bytes in hexadecimal with colons between, as hardware addresses are written; 0 for none.</summary>
    public static int MeasureOctets(ReadOnlySpan<byte> text)
    {
        int octets = 0;
        int length = 0;
        while (length + 1 < text.Length && char.IsAsciiHexDigit((char)text[length]) && char.IsAsciiHexDigit((char)text[length + 1]))
        {
            octets++;
            length += 2;
            if (length == text.Length || text[length] != ':')
            {
                break;
            }

            length++;
        }

        return octets >= MinOctets && TextClasses.IsEnd(text, length) && text[length - 1] != ':' ? length : 0;
    }

    /// <summary>The length of a URL at the beginning; 0 for none.</summary>
    public static int MeasureUrl(ReadOnlySpan<byte> text)
    {
        int scheme = 0;
        while (scheme < text.Length && (char.IsAsciiLetterOrDigit((char)text[scheme]) || text[scheme] is (byte)'+' or (byte)'-' or (byte)'.'))
        {
            scheme++;
        }

        if (scheme == 0 || !text[scheme..].StartsWith("://"u8))
        {
            return 0;
        }

        int end = text.IndexOfAny(UrlEnds);
        return PathShape.TrimEnd(end < 0 ? text : text[..end]);
    }

    /// <summary>Groups of hexadecimal digits with colons between: eight, or fewer with a gap; the last two may be an IPv4 address.</summary>
    private static int MeasureGroups(ReadOnlySpan<byte> text)
    {
        int at = 0;
        int groups = 0;
        bool hasGap = false;
        while (at < text.Length)
        {
            int digits = CountHex(text[at..]);
            if (digits > 0 && digits <= 3 && at + digits < text.Length && text[at + digits] == '.' && MeasureBareIpV4(text[at..]) is int tail and > 0)
            {
                return hasGap || groups == Groups - 2 ? at + tail : 0;
            }

            groups += digits > 0 ? 1 : 0;
            at += digits;
            bool isSeparated = at < text.Length && text[at] == ':';
            bool opensGap = isSeparated && at + 1 < text.Length && text[at + 1] == ':';
            if (digits > MaxGroup || groups > Groups || (digits == 0 && !opensGap && !(hasGap && text[at - 1] == ':')))
            {
                return 0;
            }

            if (opensGap && hasGap)
            {
                return 0;
            }

            if (!isSeparated || (!opensGap && (at + 1 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]))))
            {
                break;
            }

            hasGap |= opensGap;
            at += opensGap ? 2 : 1;
        }

        return hasGap ? (groups > 0 || at == 2 ? at : 0) : groups == Groups ? at : 0;
    }

    private static int MeasureBareIpV4(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept(QuadBytes);
        length = length < 0 ? text.Length : length;
        return MeasureIpV4(text[..length]) == length ? length : 0;
    }

    private static int CountHex(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiHexDigit((char)text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>The length of a zone or prefix, with the mark before it.</summary>
    private static int CountAfter(ReadOnlySpan<byte> text, byte mark)
    {
        int length = 1;
        while (length < text.Length && char.IsAsciiLetterOrDigit((char)text[length]))
        {
            length++;
        }

        return length > 1 && text[0] == mark ? length : 0;
    }
}
