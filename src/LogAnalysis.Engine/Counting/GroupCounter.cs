using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>What is counted of one group of entries. Neither their order nor how they are split matters.</summary>
internal sealed class GroupCounter
{
    private readonly PathSet _paths = new();
    private readonly GroupExample _example = new();
    private PlaceValues[] _places = [];
    private int _placeCount;
    private GroupCounter? _whole;
    private volatile bool _isGivenUp;
    private TimeRange _times;
    private LogLevel _level;
    private OccurrenceTimeline? _occurrences;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Where this was merged to the last time: a part of a log is mostly merged to where the part before was. Null if it was not, or that is given up.</summary>
    public GroupCounter? Whole
    {
        get => _whole is { _isGivenUp: false } ? _whole : null;
        set => _whole = value;
    }

    /// <summary>What was in the places of the pattern, where it is one.</summary>
    public IReadOnlyList<PlaceValues> Places => new ArraySegment<PlaceValues>(_places, 0, _placeCount);

    /// <summary>Adds the values of an entry that is added, too.</summary>
    public void AddValues(MessageValues values)
    {
        Reach(values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            _places[i].Add(values[i], values.LookOf(i));
        }
    }

    /// <summary>Adds the values of an entry that is counted with a pattern which has places for some of its words.</summary>
    /// <param name="values">The values.</param>
    /// <param name="words">What its template has in the places.</param>
    public void AddValues(MessageValues values, PlaceWords words)
    {
        Reach(words.Count);
        int own = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (!words.IsWildcard(i))
            {
                _places[i].Add(words[i], new PlaceLook(PlaceKind.Text));
            }
            else if (own < values.Count)
            {
                _places[i].Add(values[own], values.LookOf(own));
                own++;
            }
        }
    }

    /// <summary>Adds one entry.</summary>
    /// <param name="origin">When it was logged, how serious it is, and where it is.</param>
    /// <param name="line">The line that has its message; mostly the first.</param>
    public void Add(in EntryOrigin origin, in LogLine line)
    {
        if (Take(in origin))
        {
            _example.Offer(line.DecodeMessage(), null, origin.Time);
        }
    }

    /// <summary>Adds one entry whose lines are not at hand any more.</summary>
    /// <param name="error">The entry.</param>
    /// <param name="showsTrace">Whether its further lines belong to an example.</param>
    public void Add(OpenError error, bool showsTrace = false)
    {
        if (Take(in error.Origin))
        {
            _example.Offer(error.Message, showsTrace ? error.Trace : default, error.Origin.Time);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(LogErrorGroup group)
    {
        Count += group.Count;
        _level = group.Level > _level ? group.Level : _level;
        Array.ForEach(group.Paths, _paths.Add);
        _times.Add(group.First);
        _times.Add(group.Last);
        if (group.Contents is GroupContents contents)
        {
            MergePlaces(contents.Places);
        }

        Merge(group.Occurrences ?? GroupTimeline.ToOccurrences(group));
        if (group.Example is not null)
        {
            _example.Offer(group.Example, group.Trace, group.First);
        }
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(GroupCounter other)
    {
        MergeCounts(other);
        MergePlaces(other.Places);
    }

    /// <summary>Adds what was counted of a template to a pattern that has other places.</summary>
    public void MergeCounts(GroupCounter other)
    {
        Count += other.Count;
        _level = other._level > _level ? other._level : _level;
        _paths.Merge(other._paths);
        _times.Merge(other._times);
        Merge(other._occurrences);
        _example.Offer(other._example);
    }

    /// <summary>What was counted, under a name.</summary>
    /// <param name="name">What the entries have in common.</param>
    /// <param name="total">How many there are in all groups.</param>
    /// <param name="by">What they were grouped by.</param>
    public LogErrorGroup ToGroup(string name, long total, string by = nameof(ErrorGroupKey.Pattern)) => new()
    {
        By = by,
        Name = name,
        Count = Count,
        Percent = 100.0 * Count / total,
        Level = _level,
        First = _times.First,
        Last = _times.Last,
        Example = _example.Message,
        Trace = _example.Trace,
        Paths = _paths.ToArray(),
        Timeline = GroupTimeline.ToBuckets(_occurrences, _level),
        Occurrences = _occurrences,
        Contents = new GroupContents(Places, []),
    };

    /// <summary>Adds to what was in the places of the pattern.</summary>
    public void MergePlaces(IReadOnlyList<PlaceValues> others)
    {
        Reach(others.Count);
        for (int i = 0; i < others.Count; i++)
        {
            _places[i].Merge(others[i]);
        }
    }

    /// <summary>Adds what was in the places of a template to a pattern that has places for some of its words.</summary>
    /// <param name="other">What was counted of the template.</param>
    /// <param name="words">What the template has in the pattern's places.</param>
    public void MergePlaces(GroupCounter other, PlaceWords words)
    {
        Reach(words.Count);
        int own = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (!words.IsWildcard(i))
            {
                _places[i].Add(words[i], new PlaceLook(PlaceKind.Text), other.Count);
            }
            else if (own < other._placeCount)
            {
                _places[i].Merge(other._places[own]);
                own++;
            }
        }
    }

    /// <summary>Nothing is counted here any more.</summary>
    public void GiveUp() => _isGivenUp = true;

    /// <summary>Forgets all that was counted; the memory is kept for entries of the same kind.</summary>
    public void Clear()
    {
        Count = 0;
        _paths.Clear();
        Array.ForEach(_places, place => place.Clear());
        _placeCount = 0;
        _times = default;
        _level = default;
        _example.Clear();
        _occurrences?.Clear();
    }

    private void Reach(int count)
    {
        int known = _places.Length;
        if (known < count)
        {
            Array.Resize(ref _places, count);
            for (int i = known; i < count; i++)
            {
                _places[i] = new PlaceValues();
            }
        }

        _placeCount = Math.Max(_placeCount, count);
    }

    /// <summary>What was counted of a pattern.</summary>
    /// <param name="name">The pattern.</param>
    /// <param name="id">What it is known by.</param>
    /// <param name="total">How many messages there are in all patterns.</param>
    /// <param name="values">What was in its places.</param>
    /// <param name="templates">The templates that make it.</param>
    /// <param name="minimumLevel">The least serious level that was counted.</param>
    public LogErrorGroup ToPattern(string name, string id, long total, LogPatternPlace[] values, LogErrorGroup[] templates, LogLevel minimumLevel) =>
        ToGroup(name, total).AsPattern(id, values, new GroupContents(Places, templates) { MinimumLevel = minimumLevel });

    private void Merge(OccurrenceTimeline? occurrences)
    {
        if (occurrences is { IsEmpty: false })
        {
            (_occurrences ??= new OccurrenceTimeline()).Merge(occurrences);
        }
    }

    /// <summary>Counts an entry.</summary>
    /// <returns>Whether its message may be the example.</returns>
    private bool Take(in EntryOrigin origin)
    {
        Count++;
        _level = origin.Level > _level ? origin.Level : _level;
        _paths.Add(origin.Path);
        _times.Add(origin.Time);
        if (origin.Time is DateTimeOffset time)
        {
            (_occurrences ??= new OccurrenceTimeline()).Add(time);
        }

        return _example.MayBeOf(origin.Time) && Whole?._example.MayBeOf(origin.Time) != false;
    }
}
