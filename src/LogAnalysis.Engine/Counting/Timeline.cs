using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// What happened when, in at most <see cref="MaxBuckets"/> buckets of equal width. The width is the smallest of a fixed ladder
/// that fits the span; each step divides the next, and buckets begin at multiples of it since 1970 in UTC. So the result depends
/// on the entries alone, not on their order or on how they were split, and timelines merge exactly. A width that was asked for is kept,
/// however many buckets that makes.
/// </summary>
/// <param name="bucketSize">The width that was asked for, in whole seconds; null to choose it.</param>
internal sealed class Timeline(TimeSpan? bucketSize = null)
{
    /// <summary>Where there would be more, the empty buckets are left out.</summary>
    private const int MaxWithEmpty = 10_000;

    /// <summary>A timeline has no more buckets than this.</summary>
    public const int MaxBuckets = 120;

    private const long Day = 86_400;

    /// <summary>Bucket widths in seconds: 1, 5, 15, 30 s; 1, 5, 15, 30 min; 1, 3, 6, 12 h; 1, 7, 28, 364 days; 10, 100 such years.</summary>
    public static readonly long[] Widths =
    [
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, Day, 7 * Day, 28 * Day, 364 * Day, 3640 * Day, 36_400 * Day,
    ];

    private readonly long[] _ladder = bucketSize is TimeSpan size ? [(long)size.TotalSeconds] : Widths;
    private readonly Dictionary<long, BucketCounter> _buckets = new(SeededComparer.Instance);
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private int _step;
    private long _currentStart = long.MaxValue;
    private BucketCounter _current = new();

    /// <summary>The width of a bucket.</summary>
    public TimeSpan BucketSize => TimeSpan.FromSeconds(_ladder[_step]);

    /// <summary>Adds one entry.</summary>
    public void Add(DateTimeOffset time, LogLevel level, int status) => BucketAt(time).Add(level, status);

    /// <summary>A timeline of a part of the same log, or of another, that is to be joined: its buckets need not be finer than they are here by now.</summary>
    public Timeline Fork() => new(bucketSize) { _step = Volatile.Read(ref _step) };

    /// <summary>Adds a bucket of another timeline, of that one's width.</summary>
    public void Add(LogTimeBucket bucket, TimeSpan width)
    {
        while (BucketSize.Ticks % Math.Max(1, width.Ticks) != 0 && _step < _ladder.Length - 1)
        {
            Coarsen();
        }

        BucketAt(bucket.Start).Merge(BucketCounter.Of(bucket));
    }

    /// <summary>Adds what another timeline has counted, one that was made for the same width.</summary>
    public void Merge(Timeline other)
    {
        while (_step < other._step)
        {
            Coarsen();
        }

        foreach ((long key, BucketCounter counter) in other._buckets)
        {
            BucketAt(other.StartOf(key)).Merge(counter);
        }
    }

    /// <summary>The buckets from the first to the last entry, the empty ones between them too.</summary>
    public LogTimeBucket[] ToBuckets()
    {
        if (_buckets.Count == 0)
        {
            return [];
        }

        if (_last - _first >= MaxWithEmpty)
        {
            return [.. _buckets.OrderBy(bucket => bucket.Key).Select(bucket => bucket.Value.ToBucket(StartOf(bucket.Key)))];
        }

        var empty = new BucketCounter();
        return [.. Enumerable.Range(0, (int)(_last - _first) + 1).Select(i => _buckets.GetValueOrDefault(_first + i, empty).ToBucket(StartOf(_first + i)))];
    }

    private BucketCounter BucketAt(DateTimeOffset time)
    {
        // Most entries fall into the bucket of the previous one, which needs no division.
        long second = time.ToUnixTimeSeconds();
        if (second >= _currentStart && second - _currentStart < _ladder[_step])
        {
            return _current;
        }

        long key = KeyOf(second);
        if (!_buckets.ContainsKey(key))
        {
            Add(key, new BucketCounter());
            while (!Fits())
            {
                Coarsen();
            }
        }

        key = KeyOf(second);
        _currentStart = key * _ladder[_step];
        _current = _buckets[key];
        return _current;
    }

    private void Add(long key, BucketCounter counter)
    {
        _buckets.Add(key, counter);
        _first = Math.Min(_first, key);
        _last = Math.Max(_last, key);
    }

    private bool Fits() => _step == _ladder.Length - 1 || _last - _first < MaxBuckets;

    private void Coarsen()
    {
        var finer = _buckets.ToArray();
        long factor = _ladder[_step + 1] / _ladder[_step];
        _step++;
        _buckets.Clear();
        (_first, _last) = (long.MaxValue, long.MinValue);
        _currentStart = long.MaxValue;
        foreach ((long key, BucketCounter counter) in finer)
        {
            long coarse = FloorDivide(key, factor);
            if (_buckets.TryGetValue(coarse, out BucketCounter? sum))
            {
                sum.Merge(counter);
            }
            else
            {
                Add(coarse, counter);
            }
        }
    }

    private long KeyOf(long second) => FloorDivide(second, _ladder[_step]);

    private DateTimeOffset StartOf(long key) => TimeOf(key * _ladder[_step]);

    /// <summary>The time of a second since 1970; a bucket can begin before there are times.</summary>
    public static DateTimeOffset TimeOf(long second) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(second, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    /// <summary>Divides as on a line that goes on below 0.</summary>
    public static long FloorDivide(long value, long divisor) =>
        (value / divisor) - (value % divisor < 0 ? 1 : 0);
}
