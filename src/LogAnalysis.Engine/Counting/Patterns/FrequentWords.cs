using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>The words that many patterns of one shape have at the same position.</summary>
internal sealed class FrequentWords
{
    private readonly Dictionary<(int Position, string Word), int> _counts = [];
    private readonly int _minimum;

    /// <summary>Counts the words.</summary>
    /// <param name="patterns">The patterns, of one shape, each once.</param>
    /// <param name="minimum">How many make a word frequent.</param>
    public FrequentWords(IReadOnlyList<MessagePattern> patterns, int minimum)
    {
        _minimum = minimum;
        if (patterns.Count < minimum)
        {
            return;
        }

        // Few words are frequent among messages of which each is another. Their numbers tell which may be, so that not each has to be looked up.
        using var numbers = new RepeatedHashes(patterns.Count * patterns[0].Count);
        ForEach(patterns, (pattern, position) => numbers.Add(pattern.HashAt(position)));
        ForEach(patterns, (pattern, position) =>
        {
            if (numbers.MayRepeat(pattern.HashAt(position)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, (position, pattern[position]), out _)++;
            }
        });
    }

    /// <summary>Whether a word is frequent at a position.</summary>
    public bool Contains(int position, string word) => _counts.GetValueOrDefault((position, word)) >= _minimum;

    /// <summary>How many words of a pattern, wildcards aside, are frequent.</summary>
    public int CountIn(MessagePattern pattern)
    {
        int count = 0;
        for (int i = 0; i < pattern.Count && _counts.Count > 0; i++)
        {
            count += !pattern.IsWildcard(i) && Contains(i, pattern[i]) ? 1 : 0;
        }

        return count;
    }

    private static void ForEach(IReadOnlyList<MessagePattern> patterns, Action<MessagePattern, int> take)
    {
        foreach (MessagePattern pattern in patterns)
        {
            for (int i = 0; i < pattern.Count; i++)
            {
                take(pattern, i);
            }
        }
    }
}
