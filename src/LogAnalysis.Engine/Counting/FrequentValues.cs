using System.Text;
using LogAnalysis.Reading;

namespace LogAnalysis.Counting;

/// <summary>
/// The most frequent of any number of values in bounded memory. Counts are exact up to <see cref="MostExact"/> different values. When there
/// are more, what the one after the first half of so many has is taken from each, and those that have nothing left are forgotten: so a count
/// is too low by what was taken at the most, and that is at most the number of all divided by half of <see cref="MostExact"/>, or by
/// <see cref="Capacity"/> in what is kept for merging. Sums of two such counts have the sum of their errors.
/// </summary>
/// <remarks>Source: Misra and Gries, 1982; merging: Agarwal et al., "Mergeable Summaries", PODS 2012.</remarks>
internal sealed class FrequentValues
{
    /// <summary>So many values are kept for merging.</summary>
    public const int Capacity = 1000;

    /// <summary>Up to so many different values are all counted exactly.</summary>
    public const int MostExact = 65_536;

    /// <summary>Values are compared by so many of their first bytes.</summary>
    public const int MaxLength = 200;

    private Utf8Counts _counts = new();

    /// <summary>How many were counted.</summary>
    public long Total { get; private set; }

    /// <summary>How much a count can be too low.</summary>
    public long MaxUndercount { get; private set; }

    /// <summary>Counts one value.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Total++;
        Add(value, 1);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="values">The values with their counts.</param>
    /// <param name="total">How many were counted there.</param>
    /// <param name="maxUndercount">How much those counts can be too low.</param>
    public void Add(IEnumerable<KeyValuePair<string, long>> values, long total, long maxUndercount)
    {
        Total += total;
        MaxUndercount += maxUndercount;
        foreach ((string value, long count) in values)
        {
            Add(Encoding.UTF8.GetBytes(value), count);
        }
    }

    /// <summary>Adds what another has counted.</summary>
    public void Join(FrequentValues other)
    {
        Total += other.Total;
        MaxUndercount += other.MaxUndercount;
        _counts.Join(other._counts);
        PruneIfTooMany();
    }

    /// <summary>The most frequent values, then by name.</summary>
    public LogTopValue[] ToTop(int count) =>
    [
        .. Sorted().Take(count).Select(pair => new LogTopValue
        {
            Value = pair.Key,
            Count = pair.Value,
            Percent = 100.0 * pair.Value / Total,
            MaxUndercount = MaxUndercount,
        }),
    ];

    /// <summary>All values that are kept, the most frequent first, then by name.</summary>
    /// <remarks>Bytes that are not UTF-8 look alike: what differs in them only is one value.</remarks>
    public IOrderedEnumerable<KeyValuePair<string, long>> Sorted() => _counts.ToPairs()
        .GroupBy(pair => Encoding.UTF8.GetString(pair.Text), pair => pair.Count, StringComparer.Ordinal)
        .Select(value => KeyValuePair.Create(value.Key, value.Sum()))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Forgets the rarest values where there are more than <paramref name="capacity"/>.</summary>
    public void Prune(int capacity = Capacity)
    {
        if (_counts.Distinct <= capacity)
        {
            return;
        }

        (byte[] Text, long Count)[] pairs = [.. _counts.ToPairs().OrderByDescending(pair => pair.Count)];
        long taken = pairs[capacity].Count;
        MaxUndercount += taken;
        _counts = new Utf8Counts();
        foreach ((byte[] text, long count) in pairs.TakeWhile(pair => pair.Count > taken))
        {
            _counts.Add(text, count - taken);
        }
    }

    private void Add(ReadOnlySpan<byte> value, long count)
    {
        _counts.Add(value.Length > MaxLength ? value[..Utf8Boundary.AtOrBefore(value, MaxLength)] : value, count);
        PruneIfTooMany();
    }

    private void PruneIfTooMany()
    {
        if (_counts.Distinct > MostExact)
        {
            Prune(MostExact / 2);
        }
    }
}
