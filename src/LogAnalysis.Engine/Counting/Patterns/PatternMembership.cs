using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>Which entries are of some patterns: those that were counted in them, of the levels that were counted.</summary>
/// <param name="selects">Whether entries of other patterns are left out; otherwise they have a pattern of their own.</param>
/// <param name="masks">The masks with which they were counted; null for none.</param>
internal sealed class PatternMembership(bool selects, MessageMasks? masks = null) : IEntryTest
{
    private readonly Dictionary<string, LogErrorGroup> _groups = new(StringComparer.Ordinal);
    private LogLevel _minimumLevel = LogLevel.Critical;
    private LearnedPatterns? _patterns;

    /// <summary>Adds a pattern.</summary>
    public void Add(LogErrorGroup group)
    {
        IReadOnlyList<LogErrorGroup> templates = PatternState.TemplatesOf(group, out LogLevel minimum);
        _minimumLevel = minimum < _minimumLevel ? minimum : _minimumLevel;
        foreach (string template in templates.Select(template => template.RawName).DefaultIfEmpty(group.RawName))
        {
            var traced = TracedTemplate.Parse(MessageTemplate.OfPattern(template, masks));
            _groups[traced.Exception is null ? traced.Message : traced.Kind] = group;
        }

        _patterns = null;
    }

    /// <inheritdoc/>
    public bool Includes(LogEntry entry)
    {
        LogErrorGroup? group = entry.Level < _minimumLevel && selects ? null : Find(entry.AsLine());
        if (group is not null)
        {
            entry.Pattern = group.Name;
            entry.PatternId = group.Id;
        }

        return group is not null || !selects;
    }

    private LogErrorGroup? Find(in LogLine line)
    {
        if (EntryException.TraceOf(in line) is string exception)
        {
            return _groups.GetValueOrDefault(TracedTemplate.KindOf(exception));
        }

        string template = MessageTemplate.Apply(in line, values: null, masks);
        if (_groups.TryGetValue(template, out LogErrorGroup? group))
        {
            return group;
        }

        _patterns ??= new LearnedPatterns(_groups.Keys);
        return _patterns.Find(template, stackalloc Range[PlaceWords.MaxCount], out _) is LearnedPattern pattern ? _groups[pattern.Text] : null;
    }
}
