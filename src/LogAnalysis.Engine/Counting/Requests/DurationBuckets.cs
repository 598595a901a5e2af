using System.Numerics;

namespace LogAnalysis.Counting;

/// <summary>
/// How often which durations occurred, in a few hundred bytes: of each duration in microseconds its exponent and the next five bits. A percentile is too large by a
/// thirty-second at most. Merging is exact.
/// </summary>
internal sealed class DurationBuckets
{
    private const int FractionBits = 5;
    private const int PerExponent = 1 << FractionBits;

    /// <summary>As many as a day has microseconds, and everything longer.</summary>
    private const int MaxExponent = 37;

    private const int Exponents = MaxExponent - FractionBits + 2;

    private readonly uint[]?[] _counts = new uint[Exponents][];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>The longest.</summary>
    public TimeSpan Max { get; private set; }

    /// <summary>The buckets that are not empty, by number, with their counts.</summary>
    public IEnumerable<(int Bucket, long Count)> Buckets => _counts.SelectMany((row, exponent) =>
        (row ?? []).Select((count, fraction) => ((exponent * PerExponent) + fraction, (long)count))).Where(bucket => bucket.Item2 > 0);

    /// <summary>Adds one duration.</summary>
    public void Add(TimeSpan duration)
    {
        Max = duration > Max ? duration : Max;
        Add(BucketOf((ulong)Math.Max(0, duration.Ticks / TimeSpan.TicksPerMicrosecond)), 1);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="buckets">The buckets by number, with their counts. Numbers that none has are skipped.</param>
    /// <param name="max">The longest.</param>
    public void Add(IEnumerable<(int Bucket, long Count)> buckets, TimeSpan max)
    {
        Max = max > Max ? max : Max;
        foreach ((int bucket, long count) in buckets.Where(bucket => bucket.Bucket is >= 0 and < Exponents * PerExponent))
        {
            Add(bucket, count);
        }
    }

    /// <summary>Adds what others have counted.</summary>
    public void Merge(DurationBuckets other)
    {
        Max = other.Max > Max ? other.Max : Max;
        Count += other.Count;
        for (int exponent = 0; exponent < Exponents; exponent++)
        {
            if (other._counts[exponent] is uint[] added)
            {
                uint[] row = _counts[exponent] ??= new uint[PerExponent];
                for (int i = 0; i < PerExponent; i++)
                {
                    row[i] += added[i];
                }
            }
        }
    }

    /// <summary>What this share of the durations does not exceed, 0 to 1.</summary>
    public TimeSpan At(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        foreach ((int bucket, long count) in Buckets)
        {
            rank -= count;
            if (rank <= 0)
            {
                var end = TimeSpan.FromMicroseconds(EndOf(bucket));
                return end < Max ? end : Max;
            }
        }

        return Max;
    }

    private void Add(int bucket, long count)
    {
        Count += count;
        (_counts[bucket / PerExponent] ??= new uint[PerExponent])[bucket % PerExponent] += (uint)count;
    }

    /// <summary>Small numbers are exact; each doubling beyond them has as many buckets.</summary>
    private static int BucketOf(ulong microseconds)
    {
        microseconds = Math.Min(microseconds, (1UL << MaxExponent) - 1);
        int exponent = Math.Max(0, BitOperations.Log2(microseconds | 1) - FractionBits);
        return exponent == 0 ? (int)microseconds : (exponent * PerExponent) + (int)(microseconds >> exponent);
    }

    /// <summary>The largest number in a bucket.</summary>
    private static double EndOf(int bucket)
    {
        int exponent = Math.Max(0, (bucket / PerExponent) - 1);
        long first = bucket - (exponent * PerExponent);
        return exponent == 0 ? bucket : ((first + 1) << exponent) - 1;
    }
}
