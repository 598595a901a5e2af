using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Patterns that were found among too many templates. A template that is new, and has words where one of them has places, belongs to it: it need not be kept until patterns are
/// looked for again.
/// </summary>
internal sealed class LearnedPatterns
{
    private readonly Dictionary<long, List<(MessagePattern Pattern, string Text)>> _byShape = new(SeededComparer.Instance);

    /// <summary>Takes the patterns of messages that have places for words.</summary>
    /// <param name="patterns">The patterns, as they are counted; those of exceptions are none of messages.</param>
    public LearnedPatterns(IEnumerable<string> patterns)
    {
        Span<Range> buffer = stackalloc Range[TemplatePieces.MaxPieces];
        foreach (string text in patterns.Where(text => text[0] != PatternToken.ExceptionMark && text.Contains(PatternToken.Wildcard, StringComparison.Ordinal)))
        {
            var pattern = MessagePattern.Parse(text);
            if (pattern.FixedTokens < pattern.Count)
            {
                int shape = new TemplatePieces(text, buffer).ShapeHash;
                if (!_byShape.TryGetValue(shape, out List<(MessagePattern, string)>? same))
                {
                    _byShape.Add(shape, same = []);
                }

                same.Add((pattern, text));
            }
        }
    }

    /// <summary>The pattern that a template belongs to; null for none.</summary>
    /// <param name="template">The template.</param>
    /// <param name="text">Receives the pattern as it is counted.</param>
    public MessagePattern? Find(TemplatePieces template, out string text)
    {
        foreach ((MessagePattern pattern, string counted) in template.AreWhole ? _byShape.GetValueOrDefault(template.ShapeHash) ?? [] : [])
        {
            if (pattern.Covers(template))
            {
                text = counted;
                return pattern;
            }
        }

        text = string.Empty;
        return null;
    }
}
