namespace LogAnalysis.Counting;

/// <summary>Whether a word without delimiters is a value, and of which kind.</summary>
internal static class WordShape
{
    private const int MinBase64 = 16;
    private const int MinLabel = 2;

    /// <summary>The kind of a word; none for one that is no value by its looks.</summary>
    public static PlaceKind KindOf(ReadOnlySpan<byte> word)
    {
        bool hasDigit = TextClasses.HasDigit(word);
        int at = word.IndexOf((byte)'@');
        if (at > 0 && at < word.Length - 1 && TextClasses.IsWord(word[at - 1]) && TextClasses.IsWord(word[at + 1]))
        {
            return PlaceKind.Id;
        }

        if (hasDigit)
        {
            return NamesWithDigits.Contains(word) ? PlaceKind.None : KindWithDigits(word);
        }

        return PathShape.IsRelative(word) ? PlaceKind.Path
            : word.SequenceEqual("localhost"u8) ? PlaceKind.Host
            : KindOfDotted(word);
    }

    /// <summary>How many equals signs are at the end of a word in base 64; 0 where they are something else.</summary>
    public static int CountPadding(ReadOnlySpan<byte> word, ReadOnlySpan<byte> rest)
    {
        int padding = rest is [(byte)'=', (byte)'=', ..] ? 2 : rest is [(byte)'=', ..] ? 1 : 0;
        bool ends = rest.Length == padding || (TextClasses.UntilEnd(rest[padding..]) == 0 && rest[padding] != '=');
        bool isLong = padding == 2 ? word.Length >= MinLabel : word.Length >= MinBase64 && TextClasses.HasDigit(word);
        return padding > 0 && ends && isLong && (word.Length + padding) % 4 == 0 ? padding : 0;
    }

    private static PlaceKind KindWithDigits(ReadOnlySpan<byte> word)
    {
        if (NumberShape.IsNumber(word))
        {
            return IsDate(word) ? PlaceKind.Time : PlaceKind.Number;
        }

        return word[0] is >= (byte)'0' and <= (byte)'9' && IsDate(word) ? PlaceKind.Time
            : word.IndexOfAny((byte)'/', (byte)'\\') >= 0 ? PlaceKind.Path
            : PathShape.IsFileName(word) ? PlaceKind.Path
            : KindOfDotted(word) is PlaceKind.Host ? PlaceKind.Host
            : PlaceKind.Id;
    }

    /// <summary>Digits, a hyphen or slash, two digits, and the same again: <c>2024-01-02</c>, <c>01/02/2024</c>, perhaps with a time behind it.</summary>
    private static bool IsDate(ReadOnlySpan<byte> word)
    {
        int first = Text.DigitReader.CountLeading(word);
        if (first is not (1 or 2 or 4) || word.Length < first + 4 || word[first] is not ((byte)'-' or (byte)'/' or (byte)'.'))
        {
            return false;
        }

        int second = Text.DigitReader.CountLeading(word[(first + 1)..]);
        int next = first + 1 + second;
        return second is 1 or 2 && next < word.Length && word[next] == word[first] && Text.DigitReader.CountLeading(word[(next + 1)..]) is 2 or 4 && (word[first] != '.' || first == 4 || word.Length - next > 4);
    }

    /// <summary>
    /// Names with points are hosts, or files: they have no capital letters, as classes and members do, and no part is a single letter, as in <c>e.g</c>.
    /// </summary>
    private static PlaceKind KindOfDotted(ReadOnlySpan<byte> word)
    {
        if (!word.Contains((byte)'.') || word.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0)
        {
            return word.Contains((byte)'.') && PathShape.IsFileName(word) ? PlaceKind.Path : PlaceKind.None;
        }

        int label = 0;
        foreach (byte value in word)
        {
            if (value == '.')
            {
                if (label == 0)
                {
                    return PlaceKind.None;
                }

                label = 0;
            }
            else if (TextClasses.IsWord(value) || value == '-')
            {
                label++;
            }
            else
            {
                return PlaceKind.None;
            }
        }

        return label < MinLabel ? PlaceKind.None : PathShape.IsFileName(word) ? PlaceKind.Path : PlaceKind.Host;
    }
}
