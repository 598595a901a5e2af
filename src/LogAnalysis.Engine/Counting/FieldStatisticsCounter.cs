using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>Counts the values of fields, all together or by the values of others.</summary>
internal sealed class FieldStatisticsCounter : ILogCounter
{
    /// <summary>Entries of further groups are counted together.</summary>
    public const int MaxGroups = 20_000;

    private const int PrecisionOfOne = 14;
    private const int PrecisionOfMany = 10;

    private readonly FieldSelection _selection;
    private readonly FieldLookup _lookup;
    private readonly MatchingSink? _matching;
    private readonly SketchBudget _budget = new();
    private readonly Utf8StringTable _keys = new();
    private readonly List<FieldGroup> _groups = [];
    private readonly GroupKey _group = new();

    /// <param name="selection">Which fields, and by which.</param>
    public FieldStatisticsCounter(FieldSelection selection)
    {
        _selection = selection;
        _lookup = new FieldLookup(selection.All);
        _matching = selection.Wildcards.Count == 0 ? null : new MatchingSink(this);
    }

    private static ReadOnlySpan<byte> Others => "(other)"u8;

    /// <summary>Each fork has its own tables, which take a while to merge.</summary>
    public int PartitionSize => 1 << 22;

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
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new FieldStatisticsCounter(_selection);

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (FieldStatisticsCounter)partition;
        for (int number = 0; number < other._groups.Count; number++)
        {
            GroupOf(other._keys, number).Merge(other._groups[number]);
        }
    }

    /// <summary>The statistics: of each field in the order in which they were asked for, the largest groups first, then by name.</summary>
    /// <param name="top">How many groups of each field.</param>
    /// <param name="windowStart">The beginning of the window that was counted; null for none.</param>
    public IEnumerable<LogFieldStatistics> ToStatistics(int top, DateTimeOffset? windowStart) => _groups
        .Select((group, number) => ToStatistics(group, number, windowStart))
        .GroupBy(statistics => statistics.Name)
        .OrderBy(field => _selection.OrderOf(field.Key))
        .ThenBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
        .SelectMany(field => field.OrderByDescending(group => group.Count).ThenBy(group => group.Group, StringComparer.Ordinal).Take(top));

    private LogFieldStatistics ToStatistics(FieldGroup group, int number, DateTimeOffset? windowStart)
    {
        GroupKey.Split(_keys[number], out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> key);
        return group.ToStatistics(Encoding.UTF8.GetString(name), _selection.By.Count == 0 ? null : Encoding.UTF8.GetString(key), windowStart);
    }

    private void Add(int field)
    {
        FieldGroup group = GroupOf(_selection.NamesInUtf8[field], _group.Text);
        group.AddEntry();
        foreach (ref readonly FoundField value in _lookup.Found[field])
        {
            var elements = new FieldElements(_lookup.Found.BytesOf(value), value.Syntax);
            while (elements.MoveNext())
            {
                group.Add(elements.Current);
            }
        }
    }

    private FieldGroup GroupOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> group)
    {
        int number = _keys.NumberOf(_group.Join(name, group), MaxGroups);
        return number < 0 ? OthersOf(name) : Group(number);
    }

    private FieldGroup GroupOf(Utf8StringTable keys, int key)
    {
        int number = _keys.NumberOf(keys, key, MaxGroups);
        if (number >= 0)
        {
            return Group(number);
        }

        GroupKey.Split(keys[key], out ReadOnlySpan<byte> name, out _);
        return OthersOf(name);
    }

    private FieldGroup OthersOf(ReadOnlySpan<byte> name) => Group(_keys.NumberOf(_group.Join(name, Others)));

    private FieldGroup Group(int number)
    {
        if (number == _groups.Count)
        {
            _groups.Add(new FieldGroup(_budget, _selection.By.Count == 0 ? PrecisionOfOne : PrecisionOfMany));
        }

        return _groups[number];
    }

    /// <summary>Takes the fields whose names match a wildcard.</summary>
    private sealed class MatchingSink(FieldStatisticsCounter counter) : FieldWalker
    {
        private protected override void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, LogFieldType type)
        {
            if (counter._selection.IsMatch(name))
            {
                FieldGroup group = counter.GroupOf(name, counter._group.Text);
                group.AddEntry();
                group.Add(value);
            }
        }
    }
}
