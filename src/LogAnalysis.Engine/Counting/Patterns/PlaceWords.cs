namespace LogAnalysis.Counting;

/// <summary>What a template has where a pattern that it belongs to has places: words, or wildcards of its own.</summary>
/// <param name="template">The template.</param>
/// <param name="words">Where in it they are.</param>
internal readonly ref struct PlaceWords(ReadOnlySpan<char> template, ReadOnlySpan<Range> words)
{
    /// <summary>No pattern has more places.</summary>
    public const int MaxCount = MessageTemplate.MaxParts;

    private readonly ReadOnlySpan<char> _template = template;
    private readonly ReadOnlySpan<Range> _words = words;

    /// <summary>How many places the pattern has.</summary>
    public int Count => _words.Length;

    /// <summary>What is in a place, from 0.</summary>
    public ReadOnlySpan<char> this[int place] => _template[_words[place]];

    /// <summary>Whether a wildcard is in a place.</summary>
    public bool IsWildcard(int place) => this[place].SequenceEqual(PatternToken.Wildcard);
}
