using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>The words that are at one position of patterns that are otherwise the same.</summary>
/// <param name="Pattern">The patterns, with a wildcard there.</param>
/// <param name="Position">The position, from 0.</param>
/// <param name="Words">The words.</param>
internal sealed record PatternColumn(MessagePattern Pattern, int Position, List<string> Words)
{
    /// <summary>The columns of some patterns, wildcards aside, that have several words or a wildcard pattern beside them; hardly any others.</summary>
    /// <param name="patterns">The patterns, each once.</param>
    /// <param name="isWanted">Which positions count.</param>
    public static IEnumerable<PatternColumn> AllOf(IReadOnlyCollection<MessagePattern> patterns, Func<MessagePattern, int, bool> isWanted)
    {
        // Most columns have one word and nothing beside. Numbers tell so, and save making a pattern for each.
        using var hashes = new RepeatedHashes(patterns.Sum(pattern => pattern.FixedTokens + 1));
        foreach (MessagePattern pattern in patterns)
        {
            hashes.Add(pattern.Hash);
            for (int i = 0; i < pattern.Count; i++)
            {
                if (!pattern.IsWildcard(i))
                {
                    hashes.Add(pattern.HashWithWildcard(i));
                }
            }
        }

        Dictionary<(int, MessagePattern), PatternColumn> columns = [];
        foreach (MessagePattern pattern in patterns)
        {
            for (int i = 0; i < pattern.Count; i++)
            {
                if (!pattern.IsWildcard(i) && hashes.MayRepeat(pattern.HashWithWildcard(i)) && isWanted(pattern, i))
                {
                    MessagePattern key = pattern.With(i, PatternToken.Wildcard);
                    ref PatternColumn? column = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, (i, key), out _);
                    column ??= new PatternColumn(key, i, []);
                    column.Words.Add(pattern[i]);
                }
            }
        }

        return columns.Values;
    }
}
