using System.Buffers;

namespace LogAnalysis.Fields;

/// <summary>The identifiers by which the entries of a request are found over several services.</summary>
/// <remarks>Source: W3C, "Trace Context", section 3.2.2: 32 hexadecimal digits; B3: 16 or 32; and UUIDs, by RFC 9562.</remarks>
internal static class TraceIds
{
    private const int UuidLength = 36;

    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Whether a word is such an identifier.</summary>
    public static bool Matches(ReadOnlySpan<byte> word) => word.Length switch
    {
        16 or 32 => !word.ContainsAnyExcept(Hex) && word.ContainsAnyInRange((byte)'a', (byte)'f'),
        UuidLength => word[8] == '-' && word[13] == '-' && word[18] == '-' && word[23] == '-' && word.Count((byte)'-') == 4 && word.IndexOfAnyExcept(Hex) == 8,
        _ => false,
    };
}
