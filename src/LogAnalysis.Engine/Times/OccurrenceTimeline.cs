namespace LogAnalysis.Times;

/// <summary>
/// How often something occurred when, in buckets of the finest width with which at most <see cref="MaxBuckets"/> are not empty. The result depends on the
/// times alone, not on their order or on how they were split.
/// </summary>
internal sealed class OccurrenceTimeline
{
    /// <summary>No more buckets than this are kept.</summary>
    public const int MaxBuckets = 250;

    private readonly List<long> _keys = [];
    private readonly List<long> _counts = [];
    private int _step;

    /// <summary>The buckets by their number since 1970, ascending, with their counts.</summary>
    public IEnumerable<(long Key, long Count)> Buckets => _keys.Zip(_counts);

    /// <summary>Whether nothing occurred.</summary>
    public bool IsEmpty => _keys.Count == 0;

    /// <summary>How long each bucket is, in seconds.</summary>
    public long Width => BucketLadder.Widths[_step];

    /// <summary>What is known where only the first and the last time came through: null unless all were at the same.</summary>
    public static OccurrenceTimeline? At(DateTimeOffset? first, DateTimeOffset? last, long count)
    {
        if (first is not DateTimeOffset time || time != last)
        {
            return null;
        }

        var occurrences = new OccurrenceTimeline();
        occurrences.Add(1, [(time.ToUnixTimeSeconds(), count)]);
        return occurrences;
    }

    /// <summary>Adds one occurrence.</summary>
    public void Add(DateTimeOffset time) => AddAt(BucketLadder.KeyOf(time.ToUnixTimeSeconds(), Width), 1);

    /// <summary>Adds what another timeline has counted.</summary>
    public void Merge(OccurrenceTimeline other)
    {
        CoarsenTo(other.Width);
        for (int i = 0; i < other._keys.Count; i++)
        {
            AddAt(BucketLadder.KeyOf(other._keys[i] * other.Width, Width), other._counts[i]);
        }
    }

    /// <summary>Adds buckets that were counted elsewhere.</summary>
    /// <param name="width">How long they are, in seconds: one of <see cref="BucketLadder.Widths"/>.</param>
    /// <param name="buckets">The buckets by their number, with their counts.</param>
    public void Add(long width, IEnumerable<(long Key, long Count)> buckets)
    {
        CoarsenTo(width);
        foreach ((long key, long count) in buckets)
        {
            AddAt(BucketLadder.KeyOf(key * width, Width), count);
        }
    }

    /// <summary>Forgets all occurrences.</summary>
    public void Clear()
    {
        _keys.Clear();
        _counts.Clear();
        _step = 0;
    }

    /// <summary>How often it occurred in a span of time. A bucket that is partly in it counts with that part.</summary>
    /// <param name="from">The first second since 1970.</param>
    /// <param name="to">The second after the last.</param>
    public double Between(long from, long to)
    {
        double sum = 0;
        for (int i = 0; i < _keys.Count; i++)
        {
            long start = _keys[i] * Width;
            long shared = Math.Min(to, start + Width) - Math.Max(from, start);
            sum += shared > 0 ? (double)_counts[i] * shared / Width : 0;
        }

        return sum;
    }

    /// <summary>How often it occurred in each of several spans of time. What is shared among some is rounded so that the sum stays what it is.</summary>
    /// <param name="starts">The first second of each, ascending.</param>
    /// <param name="width">How long each is, in seconds.</param>
    public long[] In(long[] starts, long width)
    {
        double[] shares = new double[starts.Length];
        int first = 0;
        for (int i = 0; i < _keys.Count; i++)
        {
            long start = _keys[i] * Width;
            while (first < starts.Length && starts[first] + width <= start)
            {
                first++;
            }

            for (int span = first; span < starts.Length && starts[span] < start + Width; span++)
            {
                shares[span] += (double)_counts[i] * (Math.Min(starts[span] + width, start + Width) - Math.Max(starts[span], start)) / Width;
            }
        }

        return Round(shares);
    }

    private static long[] Round(double[] shares)
    {
        long[] counts = new long[shares.Length];
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            double before = Math.Round(sum);
            sum += shares[i];
            counts[i] = (long)(Math.Round(sum) - before);
        }

        return counts;
    }

    private void AddAt(long key, long count)
    {
        // Nearly always it is the last bucket, or one behind it.
        int last = _keys.Count - 1;
        int index = last >= 0 && _keys[last] == key ? last : _keys.BinarySearch(key);
        if (index >= 0)
        {
            _counts[index] += count;
            return;
        }

        _keys.Insert(~index, key);
        _counts.Insert(~index, count);
        while (_keys.Count > MaxBuckets && _step < BucketLadder.Widths.Length - 1)
        {
            Coarsen();
        }
    }

    private void CoarsenTo(long width)
    {
        while (Width < width && _step < BucketLadder.Widths.Length - 1)
        {
            Coarsen();
        }
    }

    private void Coarsen()
    {
        long factor = BucketLadder.Widths[_step + 1] / Width;
        int kept = 0;
        for (int i = 0; i < _keys.Count; i++)
        {
            long key = BucketLadder.KeyOf(_keys[i], factor);
            if (kept > 0 && _keys[kept - 1] == key)
            {
                _counts[kept - 1] += _counts[i];
            }
            else
            {
                (_keys[kept], _counts[kept]) = (key, _counts[i]);
                kept++;
            }
        }

        _keys.RemoveRange(kept, _keys.Count - kept);
        _counts.RemoveRange(kept, _counts.Count - kept);
        _step++;
    }
}
