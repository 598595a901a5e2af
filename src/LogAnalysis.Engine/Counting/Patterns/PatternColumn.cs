using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>The words that stand at one position of patterns that are otherwise the same.</summary>
/// <param name="Pattern">The patterns, with a wildcard there.</param>
/// <param name="Position">The position, from 0.</param>
/// <param name="Words">The words.</param>
internal sealed record PatternColumn(MessagePattern Pattern, int Position, List<string> Words)
{
    /// <summary>All columns of some patterns, wildcards aside.</summary>
    /// <param name="patterns">The patterns, each once.</param>
    /// <param name="isWanted">Which positions count.</param>
    public static IEnumerable<PatternColumn> AllOf(IEnumerable<MessagePattern> patterns, Func<MessagePattern, int, bool> isWanted)
    {
        Dictionary<MessagePattern, PatternColumn>[] columns = [];
        foreach (MessagePattern pattern in patterns)
        {
            while (columns.Length < pattern.Count)
            {
                columns = [.. columns, []];
            }

            for (int i = 0; i < pattern.Count; i++)
            {
                if (!pattern.IsWildcard(i) && isWanted(pattern, i))
                {
                    MessagePattern key = pattern.With(i, PatternToken.Wildcard);
                    ref PatternColumn? column = ref CollectionsMarshal.GetValueRefOrAddDefault(columns[i], key, out _);
                    column ??= new PatternColumn(key, i, []);
                    column.Words.Add(pattern[i]);
                }
            }
        }

        return columns.SelectMany(position => position.Values);
    }
}
