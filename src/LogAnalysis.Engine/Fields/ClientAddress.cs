using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Addresses with a port: <c>192.0.2.7:51210</c>, <c>[2001:db8::7]:51210</c>.</summary>
internal static class ClientAddress
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create("0123456789abcdefABCDEF.:[]"u8);

    private static readonly SearchValues<byte> AllowedWithBlanks = SearchValues.Create("0123456789abcdefABCDEF.:[], -"u8);

    /// <summary>Whether a word is an address and a port.</summary>
    public static bool Matches(ReadOnlySpan<byte> word)
    {
        int colon = word.LastIndexOf((byte)':');
        return colon > 1 && colon < word.Length - 1 && !word.ContainsAnyExcept(Allowed) && DigitReader.IsNumber(word[(colon + 1)..]);
    }

    /// <summary>Whether a text consists of nothing but addresses and dashes: what may be before a request in quotes. A time in brackets is no such thing.</summary>
    public static bool MayPrecedeRequest(ReadOnlySpan<byte> text) => !text.Trim(" -"u8).ContainsAnyExcept(AllowedWithBlanks) && !text.EndsWith("] "u8);

    /// <summary>Whether an address, or the dash in place of one, may begin with a byte.</summary>
    public static bool MayBegin(byte first) => AllowedWithBlanks.Contains(first);

    /// <summary>The address without the port; the word itself if it has none.</summary>
    public static ByteRange WithoutPort(ReadOnlySpan<byte> line, ByteRange word)
    {
        int colon = word.Of(line).LastIndexOf((byte)':');
        return Matches(word.Of(line)) ? new ByteRange(word.Start, colon) : word;
    }
}
