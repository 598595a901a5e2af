using System.Text;

namespace LogAnalysis.Text;

/// <summary>Finds what a word stands for, whatever the case of its letters, without making a string of it.</summary>
internal sealed class WordTable<T>
{
    /// <summary>Upper and lower case of a letter agree in their lowest five bits.</summary>
    private const int FirstBytes = 32;

    private readonly (byte[] Word, T Value)[][] _byLengthAndFirst;

    /// <param name="rows">For each value its words, separated by spaces. The case of letters beyond ASCII matters.</param>
    public WordTable(params (T Value, string Words)[] rows)
    {
        var pairs = rows.SelectMany(row => row.Words.Split(' '), (row, word) => (Word: Encoding.UTF8.GetBytes(word), row.Value)).ToArray();
        ILookup<int, (byte[] Word, T Value)> byBucket = pairs.ToLookup(pair => BucketOf(pair.Word));
        _byLengthAndFirst = [.. Enumerable.Range(0, (pairs.Max(pair => pair.Word.Length) + 1) * FirstBytes).Select(bucket => byBucket[bucket].ToArray())];
    }

    /// <summary>Looks a word up.</summary>
    /// <returns>Whether it is in the table.</returns>
    public bool TryFind(ReadOnlySpan<byte> word, out T? value)
    {
        int bucket = word.IsEmpty ? int.MaxValue : BucketOf(word);
        foreach ((byte[] candidate, T candidateValue) in bucket < _byLengthAndFirst.Length ? _byLengthAndFirst[bucket] : [])
        {
            if (word[^1] % FirstBytes == candidate[^1] % FirstBytes && IsSame(word, candidate))
            {
                value = candidateValue;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Whether a word is in the table.</summary>
    public bool Contains(ReadOnlySpan<byte> word) => TryFind(word, out _);

    private static bool IsSame(ReadOnlySpan<byte> word, ReadOnlySpan<byte> candidate) =>
        Ascii.EqualsIgnoreCase(word, candidate) || (!Ascii.IsValid(candidate) && IsSameBeyondAscii(word, candidate));

    /// <summary>The words have the same length. Only the case of ASCII's letters does not matter.</summary>
    private static bool IsSameBeyondAscii(ReadOnlySpan<byte> word, ReadOnlySpan<byte> candidate)
    {
        for (int at = 0; at < word.Length; at++)
        {
            bool isSame = word[at] == candidate[at] || (char.IsAsciiLetter((char)word[at]) && (word[at] ^ candidate[at]) == 0x20);
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    private static int BucketOf(ReadOnlySpan<byte> word) => (word.Length * FirstBytes) + (word[0] % FirstBytes);
}
