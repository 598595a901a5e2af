namespace LogAnalysis.Counting;

/// <summary>A pattern that was found among templates, to see of others whether they belong to it.</summary>
internal sealed class LearnedPattern
{
    /// <summary>With more patterns of the same shape before it, it takes too long to see whether they overlap.</summary>
    private const int MaxCompared = 32;

    private static readonly string Place = PatternToken.Joint + PatternToken.Wildcard + PatternToken.Joint;

    /// <summary>What is before its places, between them, and behind the last one, without the joints at places.</summary>
    private readonly string[] _between;

    private readonly MessagePattern _pattern;

    /// <summary>Takes a pattern.</summary>
    /// <param name="text">The pattern, as it is counted.</param>
    /// <param name="pattern">The same as words.</param>
    /// <param name="before">Those of the same shape, to which a template belongs rather than to this one.</param>
    public LearnedPattern(string text, MessagePattern pattern, List<LearnedPattern> before)
    {
        Text = text;
        _between = text.Split(Place);
        _pattern = pattern;
        IsAlone = before.Count <= MaxCompared && before.TrueForAll(other => !pattern.Overlaps(other._pattern));
    }

    /// <summary>The pattern, as it is counted.</summary>
    public string Text { get; }

    /// <summary>Whether it is certain that what belongs to this one belongs to none of those before.</summary>
    public bool IsAlone { get; }

    /// <summary>Whether a template has the same words but for those that are places here, and the same between them.</summary>
    /// <param name="template">The template.</param>
    /// <param name="buffer">Has room for <see cref="PlaceWords.MaxCount"/>.</param>
    /// <param name="words">Receives what it has in the places.</param>
    public bool Covers(ReadOnlySpan<char> template, Span<Range> buffer, out PlaceWords words)
    {
        words = default;
        int at = 0;
        for (int place = 0; place < _between.Length; place++)
        {
            ReadOnlySpan<char> rest = template[at..];
            if (!rest.StartsWith(_between[place]))
            {
                return false;
            }

            at += _between[place].Length;
            if (place == _between.Length - 1)
            {
                words = new PlaceWords(template, buffer[..place]);
                return at == template.Length;
            }

            int length = at < template.Length && template[at] == PatternToken.Joint ? template[(at + 1)..].IndexOf(PatternToken.Joint) : -1;
            if (length < 0)
            {
                return false;
            }

            buffer[place] = (at + 1)..(at + 1 + length);
            at += length + 2;
        }

        return false;
    }
}
