using System.Text;

namespace LogAnalysis.Formats.Fields;

/// <summary>Finds what a word stands for, whatever the case of its letters, without making a string of it.</summary>
internal sealed class WordTable<T>
{
    private readonly (byte[] Word, T Value)[][] _byLength;

    /// <param name="rows">For each value its words, separated by blanks; ASCII.</param>
    public WordTable(params (T Value, string Words)[] rows)
    {
        var pairs = rows.SelectMany(row => row.Words.Split(' '), (row, word) => (Word: Encoding.ASCII.GetBytes(word), row.Value));
        ILookup<int, (byte[] Word, T Value)> byLength = pairs.ToLookup(pair => pair.Word.Length);
        _byLength = [.. Enumerable.Range(0, byLength.Max(group => group.Key) + 1).Select(length => byLength[length].ToArray())];
    }

    /// <summary>Looks a word up.</summary>
    /// <returns>Whether it is in the table.</returns>
    public bool TryFind(ReadOnlySpan<byte> word, out T? value)
    {
        foreach ((byte[] candidate, T candidateValue) in word.Length < _byLength.Length ? _byLength[word.Length] : [])
        {
            if (Ascii.EqualsIgnoreCase(word, candidate))
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
}
