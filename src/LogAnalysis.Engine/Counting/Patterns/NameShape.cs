using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Names that would be values by their looks, but for what is behind them.</summary>
internal static class NameShape
{
    /// <summary>Digits in a row that make a name before an equals sign one of many.</summary>
    private const int MinDigits = 3;

    /// <summary>Whether what begins with a letter is a name: of a function, of a symbol, or of a key.</summary>
    /// <param name="word">The word.</param>
    /// <param name="behind">What is behind it.</param>
    public static bool IsName(ReadOnlySpan<byte> word, ReadOnlySpan<byte> behind) =>
        (behind is [(byte)'(' or (byte)'=', ..] || behind.StartsWith("+0x"u8) || (behind.StartsWith(" = "u8) && !HasNumber(word))) && (char.IsAsciiLetter((char)word[0]) || word[0] == '_');

    /// <summary>Whether so many digits are in a name that it is one of many: <c>job_1445144423722 = 1</c>, but not <c>net.ipv4.ip_forward = 1</c>.</summary>
    private static bool HasNumber(ReadOnlySpan<byte> word)
    {
        int first = word.IndexOfAnyInRange((byte)'0', (byte)'9');
        return first >= 0 && DigitReader.CountLeading(word[first..]) >= MinDigits;
    }
}
