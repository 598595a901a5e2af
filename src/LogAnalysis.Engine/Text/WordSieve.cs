namespace LogAnalysis.Text;

/// <summary>Tells fast of most words that they are none of some: by their length and their first byte, whatever its case.</summary>
/// <param name="words">The words, of ASCII.</param>
internal sealed class WordSieve(IEnumerable<string> words)
{
    /// <summary>Upper and lower case of a letter agree in their lowest five bits.</summary>
    private const int FirstBytes = 32;

    private readonly ulong[] _lengthsByFirst = CollectLengths(words);

    /// <summary>Whether a word, which is not empty, may be one of them.</summary>
    public bool MayContain(ReadOnlySpan<byte> word) => word.Length < 64 && (_lengthsByFirst[word[0] % FirstBytes] >> word.Length & 1) != 0;

    private static ulong[] CollectLengths(IEnumerable<string> words)
    {
        var lengths = new ulong[FirstBytes];
        foreach (string word in words)
        {
            lengths[word[0] % FirstBytes] |= 1ul << word.Length;
        }

        return lengths;
    }
}
