using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The seconds since the start, in brackets and padded with spaces: <c>[  124.456789]</c>.</summary>
internal static class BracketedUptime
{
    /// <summary>The length of such a group at the beginning of a text; 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="decimals">How many digits are behind the point.</param>
    public static int Match(ReadOnlySpan<byte> text, int decimals)
    {
        int close = text[0] == '[' ? text.IndexOf((byte)']') : -1;
        ReadOnlySpan<byte> number = close < 0 ? default : text[1..close].TrimStart((byte)' ');
        int point = number.IndexOf((byte)'.');
        return point > 0 && number.Length - point == decimals + 1 && DigitReader.IsDecimal(number) ? close + 1 : 0;
    }
}
