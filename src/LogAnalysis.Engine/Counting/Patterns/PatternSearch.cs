namespace LogAnalysis.Counting;

/// <summary>
/// Looks for patterns where there are too many templates to be kept, and knows what is to be kept from then on. Where each message is another, there are no patterns, and to look
/// for them takes far longer than to count: then they are looked for less often, and new templates are turned away meanwhile.
/// </summary>
internal sealed class PatternSearch
{
    /// <summary>Where less than one template in this number turned out to be of a kind with others, it was in vain.</summary>
    private const int MinShare = 8;

    /// <summary>Where it was in vain in the first part of a log, as many templates tell whether it would be in another.</summary>
    private const int SampleSize = BoundedGroups.Capacity / 2;

    /// <summary>How many templates are turned away after it was in vain for the first time.</summary>
    private const int MinPause = 4 * BoundedGroups.Capacity;

    /// <summary>Twice as many each time that it was in vain, up to this many: kinds of messages that come later are found late.</summary>
    private const int MaxPause = 4 * MinPause;

    /// <summary>How many patterns are tried before all others are looked through.</summary>
    private const int RecentCount = 4;

    private readonly Doorkeeper _door = new();
    private readonly LearnedPattern?[] _recent = new LearnedPattern?[RecentCount];
    private LearnedPatterns _learned = LearnedPatterns.None;
    private int _next;
    private int _pause;
    private PatternSearch? _taught;

    /// <summary>Whether patterns were found to which new templates may belong.</summary>
    public bool HasPatterns => !_learned.IsEmpty;

    /// <summary>Patterns are to be looked for where there are as many templates.</summary>
    public int MaxTemplates { get; private set; } = 2 * BoundedGroups.Capacity;

    /// <summary>Looks for patterns.</summary>
    /// <param name="templates">The templates with what was counted of each.</param>
    /// <returns>The same by patterns; or as they are, where they are not to be looked for now.</returns>
    public Dictionary<string, GroupCounter> Merge(Dictionary<string, GroupCounter> templates)
    {
        if (_door.IsClosed)
        {
            return templates;
        }

        MaxTemplates = 2 * BoundedGroups.Capacity;
        var patterns = PatternSum.Of(templates).ToDictionary(pattern => pattern.Text, pattern => pattern.ToCounter(), StringComparer.Ordinal);
        Learn(new LearnedPatterns(patterns.Keys));
        _pause = MinShare * (templates.Count - patterns.Count) < templates.Count ? Math.Clamp(2 * _pause, MinPause, MaxPause) : 0;
        _door.Close(_pause);
        return patterns;
    }

    /// <summary>The pattern that a template belongs to; null for none that was found.</summary>
    /// <inheritdoc cref="LearnedPatterns.Find"/>
    public LearnedPattern? Find(string template, Span<Range> buffer, out PlaceWords words)
    {
        foreach (LearnedPattern? recent in _recent)
        {
            if (recent?.Covers(template, buffer, out words) == true)
            {
                return recent;
            }
        }

        LearnedPattern? found = _learned.Find(template, buffer, out words);
        if (found is { IsAlone: true })
        {
            _recent[_next] = found;
            _next = (_next + 1) % RecentCount;
        }

        return found;
    }

    /// <summary>Whether a template that is new, and of no pattern, is to be kept.</summary>
    public bool Admits(string template) => _door.Admits(template);

    /// <summary>
    /// Tells another part of the log what was known the first time that anything was told: so what is counted does not depend on which part is done before another.
    /// </summary>
    public void Teach(PatternSearch part)
    {
        _taught ??= new PatternSearch { _learned = _learned, _pause = _pause };
        part.Learn(_taught._learned);
        part._pause = _taught._pause;
        part.MaxTemplates = part._pause > 0 ? SampleSize : 2 * BoundedGroups.Capacity;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _door.Reset();
        Learn(LearnedPatterns.None);
        _pause = 0;
        MaxTemplates = 2 * BoundedGroups.Capacity;
        _taught = null;
    }

    private void Learn(LearnedPatterns patterns)
    {
        _learned = patterns;
        Array.Clear(_recent);
        _next = 0;
    }
}
