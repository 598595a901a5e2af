using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>The most frequent values of a field, in little memory: fields are many. Otherwise as <see cref="HeavyHitters"/>.</summary>
internal sealed class FieldHeavyHitters
{
    /// <summary>Up to this many different values are counted exactly.</summary>
    public const int MaxExact = 2048;

    private const int MaxLength = 100;

    private Utf8Counter _counts = new();
    private long _maxUndercount;

    /// <summary>Counts a value.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        _counts.Add(Utf8Boundary.Cut(value, MaxLength), 1);
        PruneIfTooMany();
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(FieldHeavyHitters other)
    {
        _maxUndercount += other._maxUndercount;
        _counts.Merge(other._counts);
        PruneIfTooMany();
    }

    /// <summary>The most frequent values, then by name. Where all are different, none is frequent.</summary>
    /// <param name="count">How many of them.</param>
    /// <param name="total">How many values were counted.</param>
    public LogTopValue[] ToTop(int count, long total) =>
    [
        .. _counts.Largest(count)
            .Select(pair => KeyValuePair.Create(System.Text.Encoding.UTF8.GetString(pair.Text), pair.Count))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => new LogTopValue { Value = pair.Key, Count = pair.Value, Percent = 100.0 * pair.Value / total, MaxUndercount = _maxUndercount }),
    ];

    private void PruneIfTooMany()
    {
        if (_counts.Distinct > MaxExact)
        {
            _counts = _counts.Pruned(MaxExact / 2, out long taken);
            _maxUndercount += taken;
        }
    }
}
