namespace LogAnalysis.Text;

/// <summary>Running text, as most messages are: two words of letters, of which the second begins with a small one.</summary>
internal static class Prose
{
    /// <summary>Whether a text begins so, with a word that is not all in capitals: <c>Failed password for frank</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Receives the length of the first word; 0 if the text does not begin so.</param>
    public static bool Begins(ReadOnlySpan<byte> text, out int length)
    {
        bool hasSmall = false;
        int at = 0;
        for (; at < text.Length && char.IsAsciiLetter((char)text[at]); at++)
        {
            hasSmall |= text[at] >= 'a';
        }

        bool begins = hasSmall && at > 1 && at + 1 < text.Length && text[at] == ' ' && char.IsAsciiLetterLower((char)text[at + 1]);
        length = begins ? at : 0;
        return begins;
    }
}
