using System.IO.Hashing;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The values in one place of a pattern, in little memory: there are very many places. Up to <see cref="MaxValues"/> different ones are counted; of more, as many are
/// kept, those with the smallest hashes. Which these are depends on the values alone, not on their order or on how they were split, and their counts are exact: one that is among
/// them at the end has been since it first came.
/// </summary>
/// <remarks>Source: Cohen and Kaplan, "Summarizing Data using Bottom-k Sketches", PODC 2007.</remarks>
internal sealed class PlaceValues
{
    /// <summary>So many different values are counted.</summary>
    public const int MaxValues = 32;

    /// <summary>Beyond that many, how many different ones there are is estimated to 6.5 %.</summary>
    public const int Precision = 8;

    private const int MaxLength = 100;

    private readonly DistinctCounter _distinct = new(Precision, MaxValues);
    private ulong[] _hashes = [];
    private long[] _counts = [];
    private byte[][] _values = [];
    private int _length;
    private ulong _largest;

    /// <summary>What the values look like.</summary>
    public PlaceKind Kind { get; private set; }

    /// <summary>How many values there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many different values there were.</summary>
    public long Distinct => _distinct.Estimate();

    /// <summary>How many different values there were, as it is saved.</summary>
    public string DistinctState => _distinct.ToState();

    /// <summary>What was saved.</summary>
    public static PlaceValues Of(PlaceKind kind, long count, IEnumerable<KeyValuePair<string, long>> values, string distinct)
    {
        var place = new PlaceValues { Kind = kind, Count = count };
        foreach ((string value, long number) in values)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            place.AddCounted(bytes, XxHash3.HashToUInt64(bytes), number);
        }

        place._distinct.AddState(distinct);
        return place;
    }

    /// <summary>Counts a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kind">What it looks like.</param>
    /// <param name="count">How often.</param>
    public void Add(ReadOnlySpan<byte> value, PlaceKind kind, long count = 1)
    {
        value = Utf8Boundary.Cut(value, MaxLength);
        ulong hash = XxHash3.HashToUInt64(value);
        Kind |= kind;
        Count += count;
        _distinct.Add(hash);
        AddCounted(value, hash, count);
    }

    /// <summary>Adds what was counted of the same place elsewhere.</summary>
    public void Merge(PlaceValues other)
    {
        Kind |= other.Kind;
        Count += other.Count;
        _distinct.Merge(other._distinct);
        for (int i = 0; i < other._length; i++)
        {
            AddCounted(other._values[i], other._hashes[i], other._counts[i]);
        }
    }

    /// <summary>The values with their counts, the most frequent first, then by name.</summary>
    public IEnumerable<KeyValuePair<string, long>> ToPairs() => Enumerable.Range(0, _length)
        .Select(i => KeyValuePair.Create(Encoding.UTF8.GetString(_values[i]), _counts[i]))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal);

    private void AddCounted(ReadOnlySpan<byte> value, ulong hash, long count)
    {
        int index = _length == MaxValues && hash > _largest ? MaxValues : _hashes.AsSpan(0, _length).IndexOf(hash);
        if (index is >= 0 and < MaxValues)
        {
            _counts[index] += count;
        }
        else if (_length < MaxValues)
        {
            Append(value, hash, count);
        }
        else if (hash < _largest)
        {
            int last = Array.IndexOf(_hashes, _largest);
            (_hashes[last], _counts[last], _values[last]) = (hash, count, value.ToArray());
            _largest = _hashes.Max();
        }
    }

    private void Append(ReadOnlySpan<byte> value, ulong hash, long count)
    {
        if (_length == _hashes.Length)
        {
            int size = Math.Max(2, 2 * _length);
            Array.Resize(ref _hashes, size);
            Array.Resize(ref _counts, size);
            Array.Resize(ref _values, size);
        }

        _hashes[_length] = hash;
        _counts[_length] = count;
        _values[_length++] = value.ToArray();
        _largest = Math.Max(_largest, hash);
    }
}
