namespace LogAnalysis.Counting;

/// <summary>
/// Message patterns with what is counted of each. Messages are kept by their masks, at most <see cref="BoundedGroups.Capacity"/> different ones for long;
/// which of those are of one kind is found out when somebody asks. So the answer does not depend on the order of messages or on how
/// they were split, and tables add up exactly, as long as there are not more masks than that.
/// </summary>
internal sealed class PatternTable
{
    /// <summary>The name of what was given up.</summary>
    public const string Others = "(other messages)";

    /// <summary>Where less than one mask in this number turned out to be of a kind with others, patterns are not looked for the next times.</summary>
    private const int MinShare = 8;

    /// <summary>How many times they are not looked for at first.</summary>
    private const int MinPause = 4;

    /// <summary>Twice as many each time that it was in vain, up to this many: kinds of messages that come later are found late.</summary>
    private const int MaxPause = 16;

    private readonly BoundedGroups _masks;
    private readonly MessageMasks? _userMasks;
    private int _pause;
    private int _paused;
    private LogLevel _minimumLevel;
    private LearnedPatterns? _learned;

    /// <summary>A table of nothing yet.</summary>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    /// <param name="userMasks">Masks of a user's, whose places may be written in the names of groups; null for none.</param>
    public PatternTable(LogLevel minimumLevel = LogLevel.Unknown, MessageMasks? userMasks = null)
    {
        _userMasks = userMasks;
        _minimumLevel = minimumLevel;
        _masks = new BoundedGroups(nameof(ErrorGroupKey.Pattern), Others, Merge);
    }

    /// <summary>Counts an entry.</summary>
    /// <param name="error">The entry.</param>
    /// <param name="exception">The exception whose trace it has, with its frame: such entries are of one kind. Null without a trace.</param>
    public void Add(OpenError error, string? exception)
    {
        string template = exception is null ? error.Template : TemplateCache.OfThread.OfTraced(new TracedTemplate(exception, error.Template));
        if (_learned is not null && exception is null && !_masks.Kept.ContainsKey(template) && TryAddLearned(error, template, _learned))
        {
            return;
        }

        GroupCounter counter = _masks.GroupOf(template);
        counter.Add(error, showsTrace: exception is not null);
        counter.AddValues(error.Values);
    }

    private bool TryAddLearned(OpenError error, string template, LearnedPatterns learned)
    {
        var words = new TemplatePieces(template, stackalloc Range[TemplatePieces.MaxPieces]);
        if (learned.Find(words, out string text) is not MessagePattern pattern)
        {
            return false;
        }

        GroupCounter counter = _masks.GroupOf(text);
        counter.Add(error);
        counter.AddValues(error.Values, words, pattern);
        return true;
    }

    /// <summary>Where to count messages with a mask.</summary>
    /// <param name="mask">The masked message, as <see cref="MessageTemplate"/> writes it.</param>
    public GroupCounter GroupOf(string mask) => _masks.GroupOf(mask);

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="groups">Groups that are named by their templates, patterns with all that they were made of, or patterns that have only a name.</param>
    public void Add(IEnumerable<LogErrorGroup> groups)
    {
        foreach (LogErrorGroup group in groups)
        {
            Add(group);
        }
    }

    /// <summary>Adds a group that was counted elsewhere.</summary>
    public void Add(LogErrorGroup group)
    {
        if (group.RawName == Others)
        {
            _masks.Add(group);
            return;
        }

        IReadOnlyList<LogErrorGroup> templates = PatternState.TemplatesOf(group, out LogLevel minimum);
        if (templates.Count == 0)
        {
            GroupOf(MessageTemplate.OfPattern(group.RawName, _userMasks)).Add(group);
        }
        else
        {
            _minimumLevel = minimum < _minimumLevel ? minimum : _minimumLevel;
            Add(templates);
        }
    }

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(PatternTable other) => _masks.Merge(other._masks);

    /// <summary>Forgets all that was counted; the memory is kept, since other parts of a log have the same messages.</summary>
    public void Clear()
    {
        _masks.Clear();
        _learned = null;
        (_pause, _paused) = (0, 0);
    }

    /// <summary>The masks with their counts, the most frequent first, then by name; what was given up last. No more than <see cref="BoundedGroups.Capacity"/>.</summary>
    public LogErrorGroup[] ToMasks() => _masks.ToGroups();

    /// <summary>The patterns, the most frequent first, then by name; what was given up last.</summary>
    public LogErrorGroup[] ToGroups() => _masks.Arrange(total => PatternSum.Of(_masks.Kept).Select(pattern => pattern.ToGroup(total, _minimumLevel)));

    /// <summary>
    /// Looks for patterns among too many masks. Where each message is another, there are none, and to look for them takes far longer than to count: then the rarest masks are
    /// given up for a while as they are.
    /// </summary>
    private Dictionary<string, GroupCounter> Merge(Dictionary<string, GroupCounter> templates)
    {
        if (_paused > 0)
        {
            _paused--;
            return templates;
        }

        var patterns = PatternSum.Of(templates).ToDictionary(pattern => pattern.Text, pattern => pattern.ToCounter(), StringComparer.Ordinal);
        _learned = new LearnedPatterns(patterns.Keys);
        _pause = MinShare * (templates.Count - patterns.Count) < templates.Count ? Math.Clamp(2 * _pause, MinPause, MaxPause) : 0;
        _paused = _pause;
        return patterns;
    }
}
