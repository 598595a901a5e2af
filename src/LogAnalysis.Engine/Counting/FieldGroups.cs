using System.Text;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>The statistics of fields by groups, in bounded memory.</summary>
/// <param name="selection">Which fields, and by which.</param>
internal sealed class FieldGroups(FieldSelection selection)
{
    /// <summary>Entries of further groups are counted together.</summary>
    public const int MaxGroups = 20_000;

    private const int PrecisionOfOne = 14;
    private const int PrecisionOfMany = 10;

    private readonly SketchBudget _budget = new();
    private readonly Utf8StringTable _keys = new();
    private readonly List<FieldGroup> _groups = [];
    private readonly GroupKey _key = new();
    private byte[]? _othersName;
    private FieldGroup? _others;

    private static ReadOnlySpan<byte> Others => "(other)"u8;

    /// <summary>The group of a key; that of all others where there are too many.</summary>
    /// <param name="key">The field and the group, as <see cref="GroupKey.Join"/> joins them.</param>
    /// <param name="seededHash">What <see cref="Utf8StringTable.SeededHashOf"/> gives for them.</param>
    public FieldGroup GroupOf(ReadOnlySpan<byte> key, ulong seededHash)
    {
        int number = _keys.NumberOf(key, seededHash, MaxGroups);
        return number < 0 ? OthersOf(key) : Group(number);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Merge(FieldGroups other)
    {
        for (int i = 0; i < other._groups.Count; i++)
        {
            int number = _keys.NumberOf(other._keys, i, MaxGroups);
            (number < 0 ? OthersOf(other._keys[i]) : Group(number)).Merge(other._groups[i]);
        }
    }

    /// <summary>The statistics of all groups.</summary>
    /// <param name="windowStart">The beginning of the window that was counted; null for none.</param>
    public IEnumerable<LogFieldStatistics> ToStatistics(DateTimeOffset? windowStart) => _groups.Select((group, number) => ToStatistics(group, number, windowStart));

    private LogFieldStatistics ToStatistics(FieldGroup group, int number, DateTimeOffset? windowStart)
    {
        GroupKey.Split(_keys[number], out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> key);
        return group.ToStatistics(Encoding.UTF8.GetString(name), selection.By.Count == 0 ? null : Encoding.UTF8.GetString(key), windowStart);
    }

    private FieldGroup OthersOf(ReadOnlySpan<byte> key)
    {
        GroupKey.Split(key, out ReadOnlySpan<byte> name, out _);
        if (_others is null || !name.SequenceEqual(_othersName))
        {
            _othersName = name.ToArray();
            _others = Group(_keys.NumberOf(_key.Join(name, Others)));
        }

        return _others;
    }

    private FieldGroup Group(int number)
    {
        if (number == _groups.Count)
        {
            _groups.Add(new FieldGroup(_budget, selection.By.Count == 0 ? PrecisionOfOne : PrecisionOfMany));
        }

        return _groups[number];
    }
}
