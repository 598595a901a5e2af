using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>What is counted of one group of entries. Neither their order nor how they are split matters.</summary>
internal sealed class GroupCounter
{
    /// <summary>So much of an example is kept, in characters.</summary>
    public const int MaxExample = 300;

    /// <summary>So much of the trace of an example is kept, in characters.</summary>
    public const int MaxTrace = 1500;

    private readonly PathSet _paths = new();
    private PlaceValues[] _places = [];
    private TimeRange _times;
    private LogLevel _level;
    private string? _example;
    private string? _trace;
    private DateTimeOffset _exampleTime;
    private OccurrenceTimeline? _occurrences;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>What was in the places of the pattern, where it is one.</summary>
    public IReadOnlyList<PlaceValues> Places => _places;

    /// <summary>Adds the values of an entry that is added, too.</summary>
    public void AddValues(MessageValues values)
    {
        Reach(values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            _places[i].Add(values[i], values.KindOf(i));
        }
    }

    /// <summary>Adds the values of an entry that is counted with a pattern which has places for some of its words.</summary>
    /// <param name="values">The values.</param>
    /// <param name="words">The words of the entry.</param>
    /// <param name="pattern">The pattern.</param>
    public void AddValues(MessageValues values, MessagePattern words, MessagePattern pattern)
    {
        int place = 0;
        int known = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int own = words.IsWildcard(i) ? known++ : -1;
            if (!pattern.IsWildcard(i))
            {
                continue;
            }

            Reach(++place);
            if (own < 0)
            {
                _places[place - 1].Add(Encoding.UTF8.GetBytes(words[i]), PlaceKind.Text);
            }
            else if (own < values.Count)
            {
                _places[place - 1].Add(values[own], values.KindOf(own));
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
            OfferExample(ControlCharacters.EscapeControlCharacters(line.DecodeMessage()), null, origin.Time);
        }
    }

    /// <summary>Adds one entry whose lines are not at hand any more.</summary>
    /// <param name="origin">When it was logged, how serious it is, and where it is.</param>
    /// <param name="message">As much of its message as an example needs.</param>
    /// <param name="trace">As much of its further lines as an example needs.</param>
    public void Add(in EntryOrigin origin, ReadOnlySpan<byte> message, ReadOnlySpan<byte> trace = default)
    {
        if (Take(in origin))
        {
            OfferExample(TextOf(message), trace.IsEmpty ? null : TextOf(trace), origin.Time);
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
            OfferExample(group.Example, group.Trace, group.First);
        }
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(GroupCounter other)
    {
        MergeCounts(other);
        MergePlaces(other._places);
    }

    /// <summary>Adds what was counted of a template to a pattern that has other places.</summary>
    public void MergeCounts(GroupCounter other)
    {
        Count += other.Count;
        _level = other._level > _level ? other._level : _level;
        _paths.Merge(other._paths);
        _times.Merge(other._times);
        Merge(other._occurrences);
        if (other._example is not null)
        {
            OfferExample(other._example, other._trace, other._exampleTime);
        }
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
        Example = _example,
        Trace = _trace,
        Paths = _paths.ToArray(),
        Timeline = GroupTimeline.ToBuckets(_occurrences, _level),
        Occurrences = _occurrences,
        Contents = new GroupContents(_places, []),
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
    }

    /// <summary>What was counted of a pattern.</summary>
    /// <param name="name">The pattern.</param>
    /// <param name="id">What it is known by.</param>
    /// <param name="total">How many messages there are in all patterns.</param>
    /// <param name="values">What was in its places.</param>
    /// <param name="templates">The templates that make it.</param>
    /// <param name="minimumLevel">The least serious level that was counted.</param>
    public LogErrorGroup ToPattern(string name, string id, long total, LogPatternPlace[] values, LogErrorGroup[] templates, LogLevel minimumLevel) =>
        ToGroup(name, total).AsPattern(id, values, new GroupContents(_places, templates) { MinimumLevel = minimumLevel });

    private void Merge(OccurrenceTimeline? occurrences)
    {
        if (occurrences is not null)
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

        return _example is null || (origin.Time ?? DateTimeOffset.MaxValue) <= _exampleTime;
    }

    /// <summary>The example is the earliest; of several at the same time, the first by its text, then by its trace.</summary>
    private void OfferExample(string text, string? trace, DateTimeOffset? time)
    {
        text = Cut(text, MaxExample);
        trace = trace is null ? null : Cut(trace, MaxTrace);
        DateTimeOffset at = time ?? DateTimeOffset.MaxValue;
        if (_example is null || at < _exampleTime || (at == _exampleTime && Compare(text, trace) < 0))
        {
            _example = text;
            _trace = trace;
            _exampleTime = at;
        }
    }

    private static string TextOf(ReadOnlySpan<byte> text) => ControlCharacters.EscapeControlCharacters(Encoding.UTF8.GetString(text));

    private int Compare(string text, string? trace) => string.CompareOrdinal(text, _example) is not 0 and var order ? order : string.CompareOrdinal(trace, _trace);

    private static string Cut(string text, int length) => text.Length > length ? text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] : text;
}
