namespace LogAnalysis.Text;

/// <summary>Hexadecimal numbers out of a line.</summary>
internal static class HexReader
{
    /// <summary>How many hexadecimal digits are at the beginning of <paramref name="text"/>.</summary>
    public static int CountLeading(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiHexDigit((char)text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a word is a hexadecimal number without a prefix.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> word) => !word.IsEmpty && CountLeading(word) == word.Length;
}
