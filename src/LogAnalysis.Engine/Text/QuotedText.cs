using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>Texts in double quotes, in which a backslash takes the next byte's meaning away.</summary>
internal static class QuotedText
{
    private static readonly SearchValues<byte> QuoteOrEscape = SearchValues.Create("\"\\"u8);

    /// <summary>Where the closing quote is; -1 if there is none.</summary>
    /// <param name="text">A text that ends where the search has to.</param>
    /// <param name="start">The first byte after the opening quote.</param>
    public static int FindEnd(ReadOnlySpan<byte> text, int start)
    {
        while (start < text.Length)
        {
            int hit = text[start..].IndexOfAny(QuoteOrEscape);
            if (hit < 0)
            {
                break;
            }

            start += hit;
            if (text[start] == '"')
            {
                return start;
            }

            start += 2;
        }

        return -1;
    }
}
