using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Addresses of clients, with and without a port: <c>192.0.2.7:51210</c>, <c>[2001:db8::7]:51210</c>.</summary>
internal static class ClientAddress
{
    private const int MaxPortLength = 5;

    /// <summary>The most digits between two colons of an address of IPv6.</summary>
    private const int MaxGroupLength = 4;

    private const int MaxNameLength = 253;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create("0123456789abcdefABCDEF.:[]"u8);

    private static readonly SearchValues<byte> AllowedWithBlanks = SearchValues.Create("0123456789abcdefABCDEF.:[], -"u8);

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-:"u8);

    /// <summary>Whether a word is an address and a port.</summary>
    public static bool Matches(ReadOnlySpan<byte> word)
    {
        int colon = word.LastIndexOf((byte)':');
        return colon > 1 && colon < word.Length - 1 && !word.ContainsAnyExcept(Allowed) && DigitReader.IsNumber(word[(colon + 1)..]);
    }

    /// <summary>Whether a word is an address of IPv4 or IPv6, with or without a port.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> word) =>
        word.Length > 1 && !word.ContainsAnyExcept(Allowed) && (word.Count((byte)':') > 1 || word.Count((byte)'.') == 3) && DigitReader.CountLeading(word.TrimStart("[:abcdefABCDEF"u8)) > 0;

    /// <summary>Whether a word may be the name of a host: with a point in it and no capitals, which the names of loggers have, or the one that each host has.</summary>
    public static bool MayBeName(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("localhost"u8) || (word.Length <= MaxNameLength && word.IndexOf((byte)'.') > 0 && word[^1] is not ((byte)'.' or (byte)':') && !word.ContainsAnyExcept(NameBytes));

    /// <summary>Whether a text consists of nothing but addresses and dashes: what may be before a request in quotes. A time in brackets is no such thing.</summary>
    public static bool MayPrecedeRequest(ReadOnlySpan<byte> text) => !text.Trim(" -"u8).ContainsAnyExcept(AllowedWithBlanks) && !text.EndsWith("] "u8);

    /// <summary>Whether a text may begin with an address, or the dash in place of one: what begins with a letter has a colon soon.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> text) =>
        AllowedWithBlanks.Contains(text[0]) && (!char.IsAsciiLetter((char)text[0]) || text[..Math.Min(text.Length, MaxGroupLength + 1)].Contains((byte)':'));

    /// <summary>The address of a word that ends with a port, without it and the brackets that set it off; empty for a dash.</summary>
    public static ByteRange WithoutPort(ReadOnlySpan<byte> line, ByteRange word)
    {
        ReadOnlySpan<byte> text = word.Of(line);
        int colon = text.LastIndexOf((byte)':');
        bool hasPort = colon > 0 && text.Length - colon - 1 <= MaxPortLength && DigitReader.IsNumber(text[(colon + 1)..]);
        int length = hasPort ? colon : text.Length;
        bool isBracketed = length > 2 && text[0] == '[' && text[length - 1] == ']';
        return isBracketed ? new ByteRange(word.Start + 1, length - 2)
            : text[..length].SequenceEqual("-"u8) ? default
            : new ByteRange(word.Start, length);
    }

    /// <summary>The address of a word that may end with a port. Several colons are those of an address, unless it is in brackets.</summary>
    public static ByteRange WithoutPortIfAny(ReadOnlySpan<byte> line, ByteRange word)
    {
        ReadOnlySpan<byte> text = word.Of(line);
        return text is [(byte)'[', ..] || text.Count((byte)':') == 1 ? WithoutPort(line, word) : word;
    }
}
