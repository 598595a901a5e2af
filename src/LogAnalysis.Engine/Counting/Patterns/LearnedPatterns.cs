using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Patterns that were found among too many templates. A template that is new, and has words where one of them has places, belongs to it: it need not be kept until patterns are
/// looked for again.
/// </summary>
internal sealed class LearnedPatterns
{
    /// <summary>None.</summary>
    public static readonly LearnedPatterns None = new([]);

    private readonly Dictionary<long, List<LearnedPattern>> _byShape = new(SeededComparer.Instance);

    /// <summary>Takes the patterns of messages that have places for words.</summary>
    /// <param name="patterns">The patterns, as they are counted; those of exceptions are none of messages.</param>
    public LearnedPatterns(IEnumerable<string> patterns)
    {
        Span<Range> buffer = stackalloc Range[TemplatePieces.MaxPieces];
        foreach (string text in patterns.Where(text => text[0] != PatternToken.ExceptionMark && text.Contains(PatternToken.Wildcard, StringComparison.Ordinal)))
        {
            var pieces = new TemplatePieces(text, buffer);
            var pattern = MessagePattern.Parse(text);
            if (pieces.AreWhole && pattern.FixedTokens < pattern.Count)
            {
                int shape = pieces.ShapeHash;
                if (!_byShape.TryGetValue(shape, out List<LearnedPattern>? same))
                {
                    _byShape.Add(shape, same = []);
                }

                same.Add(new LearnedPattern(text, pattern, same));
            }
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _byShape.Count == 0;

    /// <summary>The pattern that a template belongs to; null for none.</summary>
    /// <param name="template">The template.</param>
    /// <param name="buffer">Has room for <see cref="PlaceWords.MaxCount"/>.</param>
    /// <param name="words">Receives what the template has in the pattern's places.</param>
    public LearnedPattern? Find(string template, Span<Range> buffer, out PlaceWords words)
    {
        var pieces = new TemplatePieces(template, stackalloc Range[TemplatePieces.MaxPieces]);
        foreach (LearnedPattern pattern in pieces.AreWhole ? _byShape.GetValueOrDefault(pieces.ShapeHash) ?? [] : [])
        {
            if (pattern.Covers(template, buffer, out words))
            {
                return pattern;
            }
        }

        words = default;
        return null;
    }
}
