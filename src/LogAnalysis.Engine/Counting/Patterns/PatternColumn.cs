using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>The words that are at one position of patterns that are otherwise the same.</summary>
/// <param name="Pattern">The patterns, with a wildcard there.</param>
/// <param name="Position">The position, from 0.</param>
/// <param name="Words">The words.</param>
internal sealed record PatternColumn(MessagePattern Pattern, int Position, List<string> Words)
{
    /// <summary>The columns of some patterns, wildcards aside, that have several words or a wildcard pattern beside them.</summary>
    /// <param name="patterns">The patterns, each once.</param>
    /// <param name="isWanted">Which positions count.</param>
    public static IEnumerable<PatternColumn> AllOf(IReadOnlyCollection<MessagePattern> patterns, Func<MessagePattern, int, bool> isWanted)
    {
        // Most columns have one word and nothing beside. Numbers tell so, and save making a pattern for each.
        Dictionary<(int, ulong), int> sizes = [];
        foreach ((MessagePattern pattern, int position) in Positions(patterns, isWanted))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, (position, pattern.HashWith(position, PatternToken.Wildcard)), out _)++;
        }

        HashSet<ulong> hashes = [.. patterns.Select(pattern => pattern.Hash)];
        Dictionary<(int, MessagePattern), PatternColumn> columns = [];
        foreach ((MessagePattern pattern, int position) in Positions(patterns, isWanted))
        {
            ulong hash = pattern.HashWith(position, PatternToken.Wildcard);
            if (sizes[(position, hash)] > 1 || hashes.Contains(hash))
            {
                MessagePattern key = pattern.With(position, PatternToken.Wildcard);
                ref PatternColumn? column = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, (position, key), out _);
                column ??= new PatternColumn(key, position, []);
                column.Words.Add(pattern[position]);
            }
        }

        return columns.Values;
    }

    private static IEnumerable<(MessagePattern Pattern, int Position)> Positions(IEnumerable<MessagePattern> patterns, Func<MessagePattern, int, bool> isWanted)
    {
        foreach (MessagePattern pattern in patterns)
        {
            for (int i = 0; i < pattern.Count; i++)
            {
                if (!pattern.IsWildcard(i) && isWanted(pattern, i))
                {
                    yield return (pattern, i);
                }
            }
        }
    }
}
