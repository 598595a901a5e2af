using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>Counts entries by the values of their fields; within those, perhaps, by pattern or by exception.</summary>
internal sealed class FieldGrouping : IGroupCounter
{
    /// <summary>Entries of further values are counted together, where they are grouped by more than fields.</summary>
    private const int MaxInner = 200;

    private const string Others = "(other)";

    private readonly FieldSelection _selection;
    private readonly ErrorGroupKey? _within;
    private readonly LogLevel _minimumLevel;
    private readonly MessageMasks? _masks;
    private readonly FieldLookup _lookup;
    private readonly GroupKey _key = new();
    private readonly BoundedGroups _groups;
    private readonly BoundedCounters<ErrorGrouping> _inner;
    private readonly EntryMemory<ErrorGrouping> _entries = new();

    /// <param name="selection">The fields.</param>
    /// <param name="within">Pattern or exception; null for neither.</param>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    /// <param name="masks">What is a value in messages besides; null for nothing.</param>
    public FieldGrouping(FieldSelection selection, ErrorGroupKey? within, LogLevel minimumLevel, MessageMasks? masks = null)
    {
        _selection = selection;
        _within = within;
        _minimumLevel = minimumLevel;
        _masks = masks;
        _lookup = new FieldLookup(selection.By);
        By = string.Join(", ", selection.By.Select(field => field.Text).Concat(within is null ? [] : [within.ToString()!]));
        _groups = new BoundedGroups(By, Others);
        _inner = new BoundedCounters<ErrorGrouping>(MaxInner, () => new ErrorGrouping(within!.Value, minimumLevel, masks));
    }

    /// <inheritdoc/>
    public string By { get; }

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _minimumLevel;

    /// <inheritdoc/>
    public ILogCounter Fork() => new FieldGrouping(_selection, _within, _minimumLevel, _masks);

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (line.IsContinuation)
        {
            if (_within is not null && _entries.TryGet(line.Entry, out ErrorGrouping known))
            {
                known.Add(in line);
            }
        }
        else if (line.Level >= _minimumLevel)
        {
            _lookup.Read(in line);
            _selection.Census.Note(_lookup.Found, in line);
            _key.Read(_lookup.Found, first: 0);
            AddTo(Encoding.UTF8.GetString(_key.Text), in line);
        }
    }

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (FieldGrouping)partition;
        _groups.Merge(other._groups);
        foreach ((string name, ErrorGrouping inner) in other._inner.All)
        {
            _inner.Of(name).Merge(inner);
        }
    }

    /// <summary>A response has lost the fields of its line.</summary>
    public bool TryAdd(LogStatusCode response) => false;

    /// <inheritdoc/>
    public void Add(LogErrorGroup group) => _groups.Add(group);

    /// <inheritdoc/>
    public IEnumerable<LogErrorGroup> ToGroups()
    {
        if (_within is null)
        {
            return _groups.ToGroups();
        }

        (string Name, LogErrorGroup Group)[] all =
        [
            .. _inner.All.SelectMany(inner => inner.Value.ToGroups(), (inner, group) => ($"{inner.Key}, {group.RawName}", group)),
            .. _groups.ToGroups().Select(group => (group.RawName, group)),
        ];
        long total = all.Sum(part => part.Group.Count);
        return all.Select(part => part.Group.As(part.Name, By, 100.0 * part.Group.Count / total))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Name, StringComparer.Ordinal);
    }

    private void AddTo(string name, in LogLine line)
    {
        if (_within is null)
        {
            _groups.GroupOf(name).Add(new EntryOrigin(line.ParseTimestamp(), line.Level, line.Path), in line);
            return;
        }

        ErrorGrouping inner = _inner.Of(name);
        inner.Add(in line);
        _entries.Set(line.Entry, inner);
    }
}
