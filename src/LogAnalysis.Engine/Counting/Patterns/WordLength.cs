namespace LogAnalysis.Counting;

/// <summary>Where a word ends.</summary>
internal static class WordLength
{
    /// <summary>The length of the word at the beginning, without the punctuation of the sentence behind it; at least 1.</summary>
    public static int Of(ReadOnlySpan<byte> text)
    {
        int length = Math.Max(1, TextClasses.UntilEnd(text));
        ReadOnlySpan<byte> word = text[..length];
        int dots = word.IndexOf("..."u8);
        word = dots > 0 ? word[..dots] : word;
        int offset = word.IndexOf("+0x"u8);
        word = offset > 0 ? word[..offset] : word;
        word = word[..Math.Max(1, word.TrimEnd(".!?'*~-+&@#\\"u8).Length)];
        return word.ContainsAnyInRange((byte)0xE3, (byte)0xEF) ? UntilScriptChanges(word) : word.Length;
    }

    private static int UntilScriptChanges(ReadOnlySpan<byte> word)
    {
        int letters = IdeographicText.MayBegin(word[0]) ? IdeographicText.CountLetters(word) : 0;
        if (letters > 0)
        {
            return letters;
        }

        for (int i = 1; i < word.Length; i++)
        {
            if (IdeographicText.MayBegin(word[i]) && (IdeographicText.CountLetters(word[i..]) > 0 || IdeographicText.CountPunctuation(word[i..]) > 0))
            {
                return i;
            }
        }

        return word.Length;
    }

    /// <summary>How many bytes before a word are no part of it: dashes, stars, points.</summary>
    public static int CountMarks(ReadOnlySpan<byte> text)
    {
        int marks = 0;
        while (marks < text.Length && !TextClasses.IsWord(text[marks]) && TextClasses.UntilEnd(text[marks..]) > 0 && text[marks] is not (byte)'%')
        {
            marks++;
        }

        return marks > 0 ? marks : IdeographicText.MayBegin(text[0]) ? IdeographicText.CountPunctuation(text) : text[0] == '%' && text.Length == 1 ? 1 : 0;
    }
}
