using System.Runtime.InteropServices;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// Percentiles of any numbers in bounded memory. Numbers are counted by their exponent and the first bits behind it, and each of these buckets
/// gives its largest number: a percentile is a number that occurred, and exact where no two numbers of a bucket differ, as with few digits. Otherwise
/// it is too large by the width of a bucket at most: 0.1 %, and twice as much each time that there are too many buckets. Merging is exact.
/// </summary>
/// <remarks>Source: the buckets are those of HdrHistogram (Tene); kept by their number, since its arrays take 34 KB for each group.</remarks>
/// <param name="budget">How many buckets all sketches of a counter may have together.</param>
internal sealed class QuantileSketch(SketchBudget budget)
{
    /// <summary>Bits of a fraction that are told apart.</summary>
    private const int FinestBits = 10;

    private const int FractionBits = 52;

    private readonly Dictionary<long, (long Count, double Max)> _buckets = new(SeededComparer.Instance);
    private int _shift = FractionBits - FinestBits;

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(double number) => Add(KeyOf(number), 1, number);

    /// <summary>Adds what another sketch has counted.</summary>
    public void Merge(QuantileSketch other)
    {
        while (_shift < other._shift)
        {
            Coarsen();
        }

        foreach ((long _, (long count, double max)) in other._buckets)
        {
            Add(KeyOf(max), count, max);
        }
    }

    /// <summary>For each share, the smallest number that is not exceeded by that share of all.</summary>
    /// <param name="shares">The shares, 0 to 1, ascending.</param>
    public double[] At(ReadOnlySpan<double> shares)
    {
        var result = new double[shares.Length];
        long passed = 0;
        int next = 0;
        foreach ((long _, (long count, double max)) in _buckets.OrderBy(bucket => bucket.Value.Max))
        {
            passed += count;
            while (next < shares.Length && passed >= Math.Ceiling(shares[next] * Count))
            {
                result[next++] = max;
            }
        }

        return result;
    }

    private void Add(long key, long count, double max)
    {
        Count += count;
        ref (long Count, double Max) bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, key, out bool isKnown);
        bucket = (bucket.Count + count, isKnown ? Math.Max(bucket.Max, max) : max);
        if (!isKnown && budget.Take() < _buckets.Count)
        {
            Coarsen();
        }
    }

    private long KeyOf(double number) => BitConverter.DoubleToInt64Bits(number) >> _shift;

    private void Coarsen()
    {
        (long Count, double Max)[] finer = [.. _buckets.Values];
        _buckets.Clear();
        _shift++;
        foreach ((long count, double max) in finer)
        {
            ref (long Count, double Max) bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, KeyOf(max), out bool isKnown);
            bucket = (bucket.Count + count, isKnown ? Math.Max(bucket.Max, max) : max);
        }

        budget.Return(finer.Length - _buckets.Count);
    }
}
