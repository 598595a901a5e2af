namespace LogAnalysis.Counting;

/// <summary>
/// Finds out which masked messages are of one kind though words in them differ: names of users, of hosts, of modules. It looks at
/// the distinct ones alone and at all of them at once, so that neither their order nor how often each occurred matters.
/// </summary>
/// <remarks>
/// Like Drain (ICWS 2017) it compares messages of equally many words, and like Brain (TSC 2023) it takes a position for a variable where
/// many words are in the same surroundings. Four things are its own, and spare the tuning per log that both need: after a
/// preposition or an equals sign fewer words suffice; a word that was seen as a value after some word is one after it everywhere, and
/// after an equals sign wherever it was seen; a message with a word where others have a wildcard joins them there; and where several words
/// vary at once, the frequent ones decide.
/// </remarks>
internal sealed class PatternClusters
{
    /// <summary>Distinct words in one position that make it a placeholder, without other evidence.</summary>
    private const int MinWords = 6;

    /// <summary>The same after an equals sign. Not lower: of a few values, you want to see which.</summary>
    private const int MinWordsOfKey = 4;

    /// <summary>The same after a preposition that introduces a value.</summary>
    private const int MinWordsIntroduced = 3;

    /// <summary>The same if a template already has a placeholder there.</summary>
    private const int MinWordsBesideWildcard = 3;

    /// <summary>Distinct names in one path segment that make it a placeholder. High, because you want to see which of a few URLs fails.</summary>
    private const int MinNames = 20;

    /// <summary>Messages that share most words before their differing words become placeholders together.</summary>
    private const int MinSimilar = 10;

    /// <summary>Words that must stay fixed in that case.</summary>
    private const int MinFixedTokens = 2;

    /// <summary>Distinct words behind the one word that stays fixed: <c>removing chargen</c>.</summary>
    private const int MinWordsOfOne = 12;

    /// <summary>Keys with an equals sign that make a message a sequence of them.</summary>
    private const int MinKeys = 2;

    private readonly List<MessagePattern> _signatures;
    private readonly Dictionary<MessagePattern, MessagePattern> _merged;

    private PatternClusters(IEnumerable<string> signatures)
    {
        _signatures = [.. signatures.Select(MessagePattern.Parse)];
        _merged = new(_signatures.Count);
        foreach (MessagePattern signature in _signatures)
        {
            _merged[signature] = signature;
        }
    }

    /// <summary>The pattern of each signature, in the same order.</summary>
    /// <param name="signatures">Masked messages, as <see cref="MessageTemplate"/> writes them.</param>
    /// <param name="masked">Which of their places have values of a mask; null where none has.</param>
    public static CollapsedPattern[] Find(IEnumerable<string> signatures, MaskedPlaces? masked = null)
    {
        var clusters = new PatternClusters(signatures);
        clusters.MergeKeySequences();
        clusters.MergeVaryingWords();
        if (clusters.MergeAlikeInMostWords())
        {
            clusters.MergeVaryingWords();
        }

        clusters.MergeKnownValues();
        return clusters.Collapse(masked);
    }

    private CollapsedPattern[] Collapse(MaskedPlaces? masked)
    {
        Dictionary<MessagePattern, CollapsedPattern> collapsed = [];
        ILookup<MessagePattern, MessagePattern>? members = masked is null ? null : _signatures.ToLookup(signature => _merged[signature]);
        return
        [
            .. _signatures.Select(signature => _merged[signature]).Select(pattern =>
                collapsed.TryGetValue(pattern, out CollapsedPattern? known) ? known : collapsed[pattern] = PatternRuns.Collapse(pattern, masked?.In(members![pattern]) ?? [])),
        ];
    }

    /// <summary>
    /// Messages that have the same keys with an equals sign, several of them, and the same words otherwise, are of one kind when the values of several vary, or many of one:
    /// of a few values, you want to see which.
    /// </summary>
    private void MergeKeySequences()
    {
        Dictionary<MessagePattern, MessagePattern> changed = [];
        foreach (IGrouping<MessagePattern, MessagePattern> sequence in _merged.Values
            .Where(pattern => pattern.Keys >= MinKeys)
            .Distinct()
            .GroupBy(pattern => pattern.Where((position, _) => !pattern.IsValueOfKey(position))))
        {
            MessagePattern[] members = [.. sequence];
            int[] words = [.. Enumerable.Range(0, members[0].Count).Select(position => members.Select(member => member[position]).Distinct(StringComparer.Ordinal).Count())];
            if (words.Count(count => count > 1) < MinKeys && words.Max() < MinWordsOfKey)
            {
                continue;
            }

            MessagePattern common = members[0].Where((position, word) => Array.TrueForAll(members, member => member[position] == word));
            Array.ForEach(members, member => changed[member] = common);
        }

        Apply(changed);
    }

    private void MergeVaryingWords()
    {
        while (true)
        {
            HashSet<MessagePattern> patterns = [.. _merged.Values];
            var columns = PatternColumn.AllOf(patterns, (pattern, position) => pattern.FixedTokens >= (position > 0 ? MinFixedTokens : MinFixedTokens + 1) && !pattern.IsSentence(position))
                .Where(column => column.Words.Count >= Fewest(column, patterns))
                .OrderByDescending(column => column.Words.Count)
                .ThenBy(column => column.Position)
                .ThenBy(column => column.Pattern.ToString(), StringComparer.Ordinal);
            if (!Merge(columns))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Where several words vary at once, no two messages differ in only one. Then the words that many messages have at the same position are
    /// firm, and those that have the same firm words, at least half of all, are of one kind.
    /// </summary>
    /// <returns>Whether there was anything to merge.</returns>
    private bool MergeAlikeInMostWords()
    {
        Dictionary<MessagePattern, MessagePattern> changed = [];
        foreach (IGrouping<(int, string), MessagePattern> shape in _merged.Values.Distinct().Where(pattern => !pattern.IsRequest).GroupBy(pattern => pattern.Shape))
        {
            FrequentWords words = new([.. shape], MinSimilar);
            foreach (IGrouping<ulong, MessagePattern> alike in shape.Where(pattern => IsKind(pattern, words.CountIn(pattern))).GroupBy(pattern => pattern.HashWhere(words.Contains)))
            {
                if (alike.Count() >= MinSimilar && alike.First().Where(words.Contains) is MessagePattern common && !common.IsWildcard(0))
                {
                    alike.ToList().ForEach(pattern => changed[pattern] = common);
                }
            }
        }

        Apply(changed);
        return changed.Count > 0;
    }

    private static bool IsKind(MessagePattern pattern, int firm) => pattern.Count > 0 && firm > MinFixedTokens && 2 * firm >= pattern.Count;

    private static int Fewest(PatternColumn column, HashSet<MessagePattern> patterns)
    {
        bool isIntroduced = column.Pattern.IsIntroduced(column.Position);
        return column.Pattern.IsRequest ? MinNames
            : column.Pattern.FixedTokens < MinFixedTokens ? MinWordsOfOne
            : patterns.Contains(column.Pattern) ? (isIntroduced ? 1 : MinWordsBesideWildcard)
            : column.Pattern.IsValueOfKey(column.Position) || column.Pattern.IsBehindColon(column.Position) ? MinWordsOfKey
            : isIntroduced ? MinWordsIntroduced
            : MinWords;
    }

    private void MergeKnownValues()
    {
        HashSet<(string Before, string Word)> values = FindValues();
        HashSet<string> words = [.. values.Select(value => value.Word)];
        bool any = true;
        while (any)
        {
            HashSet<MessagePattern> patterns = [.. _merged.Values];
            any = Merge(PatternColumn.AllOf(patterns, (pattern, position) => position > 0 && !pattern.IsRequest && !pattern.IsSentence(position)
                    && (pattern.IsValueOfKey(position) || (words.Contains(pattern[position]) && values.Contains((pattern[position - 1], pattern[position])))))
                .Where(column => column.Words.Count > 1 || patterns.Contains(column.Pattern))
                .Where(column => !column.Pattern.IsValueOfKey(column.Position) || column.Words.TrueForAll(words.Contains))
                .OrderBy(column => column.Position)
                .ThenBy(column => column.Pattern.ToString(), StringComparer.Ordinal));
        }
    }

    /// <summary>The words that were found to be values, each with the word before it.</summary>
    private HashSet<(string Before, string Word)> FindValues()
    {
        HashSet<(string, string)> values = [];
        foreach ((MessagePattern signature, MessagePattern pattern) in _merged.Where(pair => !ReferenceEquals(pair.Key, pair.Value)))
        {
            for (int i = 1; i < pattern.Count; i++)
            {
                if (!pattern.IsRequest && pattern.IsWildcard(i) && !signature.IsWildcard(i) && !pattern.IsWildcard(i - 1))
                {
                    values.Add((pattern[i - 1], signature[i]));
                }
            }
        }

        return values;
    }

    /// <summary>Merges the patterns of each column into one, unless they were merged into another a moment ago.</summary>
    /// <returns>Whether there was anything to merge.</returns>
    private bool Merge(IEnumerable<PatternColumn> columns)
    {
        Dictionary<MessagePattern, MessagePattern> changed = [];
        foreach (PatternColumn column in columns)
        {
            MessagePattern[] members = [.. column.Words.Select(word => column.Pattern.With(column.Position, word))];
            if (!Array.Exists(members, changed.ContainsKey))
            {
                Array.ForEach(members, member => changed.Add(member, column.Pattern));
            }
        }

        Apply(changed);
        return changed.Count > 0;
    }

    private void Apply(Dictionary<MessagePattern, MessagePattern> changed)
    {
        for (int i = 0; i < _signatures.Count && changed.Count > 0; i++)
        {
            MessagePattern signature = _signatures[i];
            _merged[signature] = changed.GetValueOrDefault(_merged[signature], _merged[signature]);
        }
    }
}
