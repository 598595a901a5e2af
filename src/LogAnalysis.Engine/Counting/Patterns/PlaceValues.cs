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
    /// <summary>How many different values are counted at most.</summary>
    public const int MaxValues = 32;

    /// <summary>Beyond that many, how many different ones there are is estimated to 6.5 %.</summary>
    public const int Precision = 8;

    private const int MaxLength = 100;

    /// <summary>Of as many characters.</summary>
    private const int MaxBytes = 3 * MaxLength;
    private const int MinText = 32;

    private ulong[] _hashes = [];
    private Entry[] _entries = [];
    private byte[] _text = [];
    private int _textLength;
    private int _length;
    private ulong _largest;

    /// <summary>All values, once they are too many to be kept.</summary>
    private HyperLogLog? _estimated;

    /// <summary>What the values look like.</summary>
    public PlaceLook Look { get; private set; }

    /// <summary>How many values there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many different values there were.</summary>
    public long Distinct => _estimated?.Estimate() ?? _length;

    /// <summary>How many different values there were, as it is saved.</summary>
    public string DistinctState => _estimated is null ? Counting.DistinctState.Of(_hashes.AsSpan(0, _length)) : Counting.DistinctState.Of(_estimated);

    /// <summary>What was saved.</summary>
    public static PlaceValues Of(PlaceLook look, long count, IEnumerable<KeyValuePair<string, long>> values, string distinct)
    {
        var place = new PlaceValues { Look = look, Count = count };
        foreach ((string value, long number) in values)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            place.AddCounted(bytes, XxHash3.HashToUInt64(bytes), number);
        }

        if (Counting.DistinctState.RegistersOf(distinct) is byte[] registers)
        {
            place.Estimate().Merge(registers);
        }

        return place;
    }

    /// <summary>Counts a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="look">What it looks like.</param>
    /// <param name="count">How often.</param>
    public void Add(ReadOnlySpan<byte> value, PlaceLook look, long count = 1)
    {
        value = Utf8Boundary.Cut(value, MaxLength);
        ulong hash = XxHash3.HashToUInt64(value);
        Look |= look;
        Count += count;
        AddCounted(value, hash, count);
        _estimated?.Add(hash);
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{byte}, PlaceLook, long)"/>
    public void Add(ReadOnlySpan<char> value, PlaceLook look, long count = 1)
    {
        value = value[..Math.Min(value.Length, MaxLength)];
        Span<byte> bytes = stackalloc byte[MaxBytes];
        Add(bytes[..Encoding.UTF8.GetBytes(value, bytes)], look, count);
    }

    /// <summary>Adds what was counted of the same place elsewhere.</summary>
    public void Merge(PlaceValues other)
    {
        Look |= other.Look;
        Count += other.Count;
        for (int i = 0; i < other._length; i++)
        {
            AddCounted(other.ValueAt(i), other._hashes[i], other._entries[i].Count);
        }

        if (other._estimated is not null)
        {
            Estimate().Merge(other._estimated);
        }
        else if (_estimated is not null)
        {
            Estimate(_estimated, other._hashes.AsSpan(0, other._length));
        }
    }

    /// <summary>The values with their counts, the most frequent first, then by name.</summary>
    public IEnumerable<KeyValuePair<string, long>> ToPairs() => Enumerable.Range(0, _length)
        .Select(i => KeyValuePair.Create(Encoding.UTF8.GetString(ValueAt(i)), _entries[i].Count))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Forgets all values; the memory is kept for others.</summary>
    public void Clear()
    {
        (Look, Count) = (default, 0);
        (_length, _textLength, _largest) = (0, 0, 0);
        _estimated = null;
    }

    private static void Estimate(HyperLogLog estimated, ReadOnlySpan<ulong> hashes)
    {
        foreach (ulong hash in hashes)
        {
            estimated.Add(hash);
        }
    }

    /// <summary>From here on, not all values are kept.</summary>
    private HyperLogLog Estimate()
    {
        if (_estimated is null)
        {
            _estimated = new HyperLogLog(Precision);
            Estimate(_estimated, _hashes.AsSpan(0, _length));
        }

        return _estimated;
    }

    private void AddCounted(ReadOnlySpan<byte> value, ulong hash, long count)
    {
        int index = _length == MaxValues && hash > _largest ? -1 : _hashes.AsSpan(0, _length).IndexOf(hash);
        if (index >= 0)
        {
            _entries[index].Count += count;
        }
        else if (_length < MaxValues)
        {
            Append(value, hash, count);
        }
        else
        {
            Estimate();
            if (hash < _largest)
            {
                int last = Array.IndexOf(_hashes, _largest);
                _hashes[last] = hash;
                _entries[last] = new Entry(count, Keep(value), value.Length);
                _largest = _hashes.Max();
            }
        }
    }

    private void Append(ReadOnlySpan<byte> value, ulong hash, long count)
    {
        if (_length == _hashes.Length)
        {
            int size = Math.Max(2, 2 * _length);
            Array.Resize(ref _hashes, size);
            Array.Resize(ref _entries, size);
        }

        _hashes[_length] = hash;
        _entries[_length] = new Entry(count, Keep(value), value.Length);
        _length++;
        _largest = Math.Max(_largest, hash);
    }

    private ReadOnlySpan<byte> ValueAt(int index) => _text.AsSpan(_entries[index].Start, _entries[index].Length);

    /// <summary>All values are kept in one array, where those that were given up leave gaps until it is full.</summary>
    private int Keep(ReadOnlySpan<byte> value)
    {
        if (_textLength + value.Length > _text.Length)
        {
            Pack(value.Length);
        }

        int start = _textLength;
        value.CopyTo(_text.AsSpan(start));
        _textLength += value.Length;
        return start;
    }

    private void Pack(int needed)
    {
        int kept = 0;
        for (int i = 0; i < _length; i++)
        {
            kept += _entries[i].Length;
        }

        byte[] packed = new byte[Math.Max(MinText, 2 * (kept + needed))];
        _textLength = 0;
        for (int i = 0; i < _length; i++)
        {
            ValueAt(i).CopyTo(packed.AsSpan(_textLength));
            _entries[i].Start = _textLength;
            _textLength += _entries[i].Length;
        }

        _text = packed;
    }

    private record struct Entry(long Count, int Start, int Length);
}
