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

    private readonly BoundedGroups _masks;
    private readonly MessageMasks? _userMasks;
    private readonly PatternSearch _search = new();
    private LogLevel _minimumLevel;

    /// <summary>A table of nothing yet.</summary>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    /// <param name="userMasks">Masks of a user's, whose places may be written in the names of groups; null for none.</param>
    public PatternTable(LogLevel minimumLevel = LogLevel.Unknown, MessageMasks? userMasks = null)
    {
        _userMasks = userMasks;
        _minimumLevel = minimumLevel;
        _masks = new BoundedGroups(nameof(ErrorGroupKey.Pattern), Others, _search.Merge);
    }

    /// <summary>Counts an entry.</summary>
    /// <param name="error">The entry.</param>
    /// <param name="exception">The exception whose trace it has, with its frame: such entries are of one kind. Null without a trace.</param>
    public void Add(OpenError error, string? exception)
    {
        string template = exception is null ? error.Template : TemplateCache.OfThread.OfTraced(new TracedTemplate(exception, error.Template));
        if (!_masks.Kept.ContainsKey(template))
        {
            if (exception is null && TryAddLearned(error, template))
            {
                return;
            }

            if (!_search.Admits(template))
            {
                _masks.Others.Add(error, showsTrace: exception is not null);
                return;
            }

            // The patterns that are looked for to make room may be of this one, too.
            if (_masks.MakeRoom(_search.MaxTemplates) && exception is null && TryAddLearned(error, template))
            {
                return;
            }
        }

        GroupCounter counter = _masks.GroupOf(template);
        counter.Add(error, showsTrace: exception is not null);
        counter.AddValues(error.Values);
    }

    private bool TryAddLearned(OpenError error, string template)
    {
        if (FindLearned(template, stackalloc Range[PlaceWords.MaxCount], out PlaceWords words) is not GroupCounter counter)
        {
            return false;
        }

        counter.Add(error);
        counter.AddValues(error.Values, words);
        return true;
    }

    /// <summary>Merges what was counted of a template that is not kept, if that is not to change.</summary>
    private bool TryMerge(string template, GroupCounter counted)
    {
        if (TryMergeLearned(template, counted))
        {
            return true;
        }

        if (counted.Count > 1 || _search.Admits(template))
        {
            return _masks.MakeRoom(_search.MaxTemplates) && TryMergeLearned(template, counted);
        }

        _masks.Others.MergeCounts(counted);
        return true;
    }

    private bool TryMergeLearned(string template, GroupCounter counted)
    {
        if (FindLearned(template, stackalloc Range[PlaceWords.MaxCount], out PlaceWords words) is not GroupCounter counter)
        {
            return false;
        }

        counter.MergeCounts(counted);
        counter.MergePlaces(counted, words);
        return true;
    }

    /// <summary>Where to count a template that is of a pattern that was found before; null if it is of none.</summary>
    private GroupCounter? FindLearned(string template, Span<Range> buffer, out PlaceWords words)
    {
        words = default;
        return _search.HasPatterns && _search.Find(template, buffer, out words) is LearnedPattern pattern ? _masks.GroupOf(pattern.Text) : null;
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

    /// <inheritdoc cref="PatternSearch.Teach"/>
    public void Teach(PatternTable part) => _search.Teach(part._search);

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(PatternTable other) => _masks.Merge(other._masks, TryMerge);

    /// <summary>Forgets all that was counted; the memory is kept, since other parts of a log have the same messages.</summary>
    public void Clear()
    {
        _masks.Clear();
        _search.Clear();
    }

    /// <summary>The masks with their counts, the most frequent first, then by name; what was given up last. No more than <see cref="BoundedGroups.Capacity"/>.</summary>
    public LogErrorGroup[] ToMasks() => _masks.ToGroups();

    /// <summary>The patterns, the most frequent first, then by name; what was given up last.</summary>
    public LogErrorGroup[] ToGroups() => _masks.Arrange(total => PatternSum.Of(_masks.Kept).Select(pattern => pattern.ToGroup(total, _minimumLevel)));
}
