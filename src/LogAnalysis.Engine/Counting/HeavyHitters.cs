using System.Collections.Concurrent;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The most frequent values of a stream in bounded memory. Counts are exact up to <see cref="MaxExact"/> distinct values. Beyond that, the
/// median count is subtracted from every value, and values without a rest are dropped. A count is too low by at most the sum of what was
/// subtracted, which is at most the total divided by half of <see cref="MaxExact"/>, or by <see cref="Capacity"/> in the state for merging.
/// The errors of merged counters add up.
/// </summary>
/// <remarks>Source: Misra and Gries, 1982; merging: Agarwal et al., "Mergeable Summaries", PODS 2012.</remarks>
internal sealed class HeavyHitters
{
    /// <summary>Values kept for merging.</summary>
    public const int Capacity = 1000;

    /// <summary>Up to this many distinct values are counted exactly.</summary>
    public const int MaxExact = 65_536;

    /// <summary>Values are compared by their first bytes, up to this length.</summary>
    public const int MaxLength = 200;

    /// <summary>Values buffered before they are counted.</summary>
    private const int MaxWaiting = 1 << 13;

    private readonly ConcurrentBag<InternCache> _memories;
    private InternCache? _memory;
    private Utf8Counter? _counts;

    /// <summary>Counts values of a new kind.</summary>
    public HeavyHitters()
        : this([])
    {
    }

    private HeavyHitters(ConcurrentBag<InternCache> memories) => _memories = memories;

    /// <summary>What has been counted. Most forks never count by themselves, and have none.</summary>
    private Utf8Counter Counts => _counts ??= new Utf8Counter();

    /// <summary>How many were counted.</summary>
    public long Total { get; private set; }

    /// <summary>How much a count can be too low.</summary>
    public long MaxUndercount { get; private set; }

    /// <summary>Counts one value.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Total++;
        _memory ??= _memories.TryTake(out InternCache? known) ? known : new InternCache();
        _memory.Add(Utf8Boundary.Cut(value, MaxLength));
        if (_memory.Waiting == MaxWaiting)
        {
            CountWaiting();
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="values">The values with their counts.</param>
    /// <param name="total">How many were counted there.</param>
    /// <param name="maxUndercount">How much those counts can be too low.</param>
    public void Add(IEnumerable<KeyValuePair<string, long>> values, long total, long maxUndercount)
    {
        CountWaiting();
        Total += total;
        MaxUndercount += maxUndercount;
        foreach ((string value, long count) in values)
        {
            Counts.Add(Utf8Boundary.Cut(Encoding.UTF8.GetBytes(value), MaxLength), count);
            PruneIfTooMany();
        }
    }

    /// <summary>A counter of values of the same kind that has counted nothing yet.</summary>
    public HeavyHitters Fork() => new(_memories);

    /// <summary>Adds what a fork has counted, which is not used any more.</summary>
    public void Merge(HeavyHitters other)
    {
        CountWaiting();
        Total += other.Total;
        MaxUndercount += other.MaxUndercount;
        if (other._counts is not null)
        {
            Counts.Merge(other._counts);
            PruneIfTooMany();
        }

        CountWaiting(other);
    }

    /// <summary>The most frequent values, then by name.</summary>
    public LogTopValue[] ToTop(int count) =>
    [
        .. Sorted(count).Take(count).Select(pair => new LogTopValue
        {
            Value = pair.Key,
            Count = pair.Value,
            Percent = 100.0 * pair.Value / Total,
            MaxUndercount = MaxUndercount,
        }),
    ];

    /// <summary>The most frequent of all values that are kept, and then by name. More than <paramref name="most"/> where they are equally frequent.</summary>
    /// <remarks>Bytes that are not UTF-8 look alike, and characters that are escaped like their escapes: what differs in them only is one value.</remarks>
    public IOrderedEnumerable<KeyValuePair<string, long>> Sorted(int most = int.MaxValue)
    {
        CountWaiting();
        return Counts.Largest(most)
            .GroupBy(pair => ControlCharacters.EscapeControlCharacters(Encoding.UTF8.GetString(pair.Text)), pair => pair.Count, StringComparer.Ordinal)
            .Select(value => KeyValuePair.Create(value.Key, value.Sum()))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>Forgets the rarest values where there are more than <paramref name="capacity"/>.</summary>
    public void Prune(int capacity = Capacity)
    {
        CountWaiting();
        if (Counts.Distinct > capacity)
        {
            PruneCounted(capacity);
        }
    }

    private void CountWaiting() => CountWaiting(this);

    /// <summary>Counts the values that wait in a counter, this one or another, and takes its memory from it.</summary>
    private void CountWaiting(HeavyHitters counter)
    {
        if (counter._memory is not InternCache memory)
        {
            return;
        }

        int counted = 0;
        while (counted < memory.Waiting)
        {
            counted = memory.CountIn(Counts, counted, MaxExact);
            PruneIfTooMany();
        }

        memory.ClearWaiting();
        counter._memory = null;
        _memories.Add(memory);
    }

    private void PruneIfTooMany()
    {
        if (Counts.Distinct > MaxExact)
        {
            PruneCounted(MaxExact / 2);
        }
    }

    private void PruneCounted(int capacity)
    {
        _counts = Counts.Pruned(capacity, out long taken);
        MaxUndercount += taken;
    }
}
