namespace LogAnalysis.Fields;

/// <summary>Texts in quotes, of which those that belong to the text are doubled, as in CSV.</summary>
internal static class DoubledQuotes
{
    /// <summary>Where the quote is that closes a text; negative where none does.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the text begins, behind the quote that opens it.</param>
    public static int FindClosing(ReadOnlySpan<byte> line, int start)
    {
        int at = start;
        while (line[at..].IndexOf((byte)'"') is >= 0 and int next)
        {
            int quote = at + next;
            if (quote + 1 == line.Length || line[quote + 1] != '"')
            {
                return quote;
            }

            at = quote + 2;
        }

        return -1;
    }
}
