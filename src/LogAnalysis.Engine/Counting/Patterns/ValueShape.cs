namespace LogAnalysis.Counting;

/// <summary>Values that can hold delimiters or spaces: quoted text, URLs, paths, addresses, dates, lists.</summary>
internal static class ValueShape
{
    /// <summary>The length of such a value at a position; 0 for none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="position">The position.</param>
    /// <param name="kind">Receives what it is.</param>
    public static int Measure(ReadOnlySpan<byte> message, int position, out PlaceKind kind)
    {
        byte first = message[position];
        ReadOnlySpan<byte> text = message[position..];
        kind = PlaceKind.Text;
        switch (first)
        {
            case (byte)'"' or (byte)'\'' or (byte)'`' or 0xC2 or 0xE2 or 0xE3:
                return QuotedShape.Measure(message, position);
            case (byte)'<':
                return PlaceKinds.Match(text, out kind) is int place and > 0 ? place : MeasureSigned(message, position, out kind);
            case (byte)'[':
                kind = PlaceKind.Address;
                return AddressShape.MeasureIpV6(text) is int bracketed and > 0 ? bracketed : MeasureList(text, out kind);
            case (byte)'/' or (byte)'\\' or (byte)'~' when TextClasses.IsStart(message, position):
                kind = PlaceKind.Path;
                return PathShape.Measure(text) is int path and > 0 ? path : MeasureSigned(message, position, out kind);
            case (byte)':' when position + 2 < message.Length && message[position + 1] == ':':
                kind = PlaceKind.Address;
                return TextClasses.IsStart(message, position) ? AddressShape.MeasureIpV6(text) : 0;
            case (byte)'-' or (byte)'+' or (byte)'>' or (byte)'$' or (byte)'#' or (byte)'.':
                return MeasureSigned(message, position, out kind);
            default:
                return char.IsAsciiLetterOrDigit((char)first) && TextClasses.IsStart(message, position) ? MeasureWord(text, out kind) : 0;
        }
    }

    private static int MeasureList(ReadOnlySpan<byte> text, out PlaceKind kind)
    {
        kind = PlaceKind.Text;
        return QuotedShape.MeasureList(text);
    }

    /// <summary>A number with a sign, and its unit.</summary>
    private static int MeasureSigned(ReadOnlySpan<byte> message, int position, out PlaceKind kind)
    {
        kind = PlaceKind.Number;
        if (message[position] == '.' && PathShape.Measure(message[position..]) is int path and > 0)
        {
            kind = PlaceKind.Path;
            return path;
        }

        int sign = NumberShape.CountSign(message, position);
        if (sign == 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> text = message[(position + sign)..];
        int clock = NumberShape.MeasureClock(text);
        if (clock > 0)
        {
            kind = PlaceKind.Time;
            return sign + clock;
        }

        int length = WordLength.Of(text);
        bool isTag = message[position] == '<' && length < text.Length && text[length] == '>';
        if (isTag)
        {
            return 0;
        }

        kind = WordShape.KindOf(text[..length]);
        length += message[position] == '#' && length < text.Length && text[length] == '#' ? 1 : 0;
        return kind == PlaceKind.None ? 0 : sign + length + NumberShape.MeasureUnit(text[..length], text[length..]);
    }

    /// <summary>A value that begins with a letter or a digit.</summary>
    private static int MeasureWord(ReadOnlySpan<byte> text, out PlaceKind kind)
    {
        int length;
        if (char.IsAsciiDigit((char)text[0]))
        {
            kind = PlaceKind.Address;
            if ((length = AddressShape.MeasureIpV4(text)) > 0)
            {
                return length;
            }

            kind = PlaceKind.Id;
            if ((length = AddressShape.MeasureOctets(text)) > 0)
            {
                return length;
            }

            kind = PlaceKind.Time;
            if ((length = Math.Max(DateShape.Measure(text), NumberShape.MeasureClock(text))) > 0)
            {
                return length;
            }
        }
        else
        {
            kind = PlaceKind.Time;
            if (char.IsAsciiLetterUpper((char)text[0]) && (length = DateShape.Measure(text)) > 0)
            {
                return length;
            }

            kind = PlaceKind.Path;
            if (text.Length > 2 && text[1] == ':' && (length = PathShape.Measure(text)) > 0)
            {
                return length;
            }

            kind = PlaceKind.Url;
            if ((length = AddressShape.MeasureUrl(text)) > 0)
            {
                return length;
            }
        }

        return MeasureHexadecimal(text, out kind);
    }

    private static int MeasureHexadecimal(ReadOnlySpan<byte> text, out PlaceKind kind)
    {
        kind = PlaceKind.Id;
        if (!char.IsAsciiHexDigit((char)text[0]) || text[..Math.Min(text.Length, 5)].IndexOf((byte)':') < 0)
        {
            return 0;
        }

        int octets = AddressShape.MeasureOctets(text);
        if (octets > 0)
        {
            return octets;
        }

        kind = PlaceKind.Address;
        return AddressShape.MeasureIpV6(text);
    }
}
