using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>Counts the values of fields, all together or by the values of others.</summary>
internal sealed class FieldStatisticsCounter : ILogCounter
{
    private readonly FieldSelection _selection;
    private readonly FieldLookup _lookup;
    private readonly MatchingSink? _matching;
    private readonly FieldValueBuffer _values = new();
    private readonly GroupKey _group = new();
    private FieldGroups? _groups;

    /// <param name="selection">Which fields, and by which.</param>
    public FieldStatisticsCounter(FieldSelection selection)
    {
        _selection = selection;
        _lookup = new FieldLookup(selection.All);
        _matching = selection.Wildcards.Count == 0 ? null : new MatchingSink(this);
    }

    /// <summary>A partition keeps its values: they fit the cache together with what is read.</summary>
    public int PartitionSize => 1 << 20;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (line.IsContinuation)
        {
            return;
        }

        _lookup.Read(in line);
        _selection.Census.Note(_lookup.Found, in line);
        _group.Read(_lookup.Found, _selection.Names.Count);
        for (int i = 0; i < _selection.Names.Count; i++)
        {
            if (!_lookup.Found[i].IsEmpty)
            {
                Add(i);
            }
        }

        _matching?.Read(in line);
        if (_values.IsFull)
        {
            MoveValues();
        }
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new FieldStatisticsCounter(_selection);

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (FieldStatisticsCounter)partition;
        MoveValues();
        if (other._groups is not null)
        {
            _groups!.Merge(other._groups);
        }

        other._values.MoveTo(_groups!);
        other._values.Release();
    }

    /// <summary>The statistics: of each field in the order in which they were asked for, the largest groups first, then by name.</summary>
    /// <param name="top">How many groups of each field.</param>
    /// <param name="windowStart">The beginning of the window that was counted; null for none.</param>
    public IEnumerable<LogFieldStatistics> ToStatistics(int top, DateTimeOffset? windowStart)
    {
        MoveValues();
        return _groups!.ToStatistics(windowStart)
            .GroupBy(statistics => statistics.Name)
            .OrderBy(field => _selection.OrderOf(field.Key))
            .ThenBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
            .SelectMany(field => field.OrderByDescending(group => group.Count).ThenBy(group => group.Group, StringComparer.Ordinal).Take(top));
    }

    /// <summary>Sees to it that there are groups, and that they have all values.</summary>
    private void MoveValues()
    {
        _groups ??= new FieldGroups(_selection);
        _values.MoveTo(_groups);
    }

    private void Add(int field)
    {
        _values.AddEntry(_group.Join(_selection.NamesInUtf8[field], _group.Text));
        foreach (ref readonly FoundField value in _lookup.Found[field])
        {
            var elements = new FieldElements(_lookup.Found.BytesOf(value), value.Syntax);
            while (elements.MoveNext())
            {
                _values.Add(PendingValue.Of(elements.Current));
            }
        }
    }

    /// <summary>Takes the fields whose names match a wildcard.</summary>
    private sealed class MatchingSink(FieldStatisticsCounter counter) : FieldWalker
    {
        private protected override void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, LogFieldType type)
        {
            if (counter._selection.IsMatch(name))
            {
                counter._values.AddEntry(counter._group.Join(name, counter._group.Text));
                counter._values.Add(PendingValue.Of(value));
            }
        }
    }
}
