using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>
/// What happened when. Entries are kept in buckets of the finest width with which few enough are not empty; they are shown in at most
/// <see cref="MaxBuckets"/>, which begin on the clock of the log. Either depends on the entries alone, not on their order or on how they were split, and timelines
/// merge exactly. A width that was asked for is kept, however many buckets that makes.
/// </summary>
/// <param name="bucketSize">The width that was asked for, in whole seconds; null to choose it.</param>
internal sealed class Timeline(TimeSpan? bucketSize = null)
{
    /// <summary>A timeline is shown in no more buckets than this.</summary>
    public const int MaxBuckets = 120;

    private const long Hour = 3600;

    /// <summary>The offsets of all zones are multiples of this.</summary>
    private const long QuarterHour = 900;

    /// <summary>How many buckets of less than an hour are kept: enough to say when something began.</summary>
    private const int MaxFine = 1000;

    /// <summary>How many others are kept: the hours of a year begin with the days of any zone.</summary>
    private const int MaxCoarse = 10_000;

    private readonly long[] _ladder = bucketSize is TimeSpan size ? [KeptWidth((long)size.TotalSeconds)] : BucketLadder.Widths;
    private readonly Dictionary<long, BucketCounter> _buckets = new(SeededComparer.Instance);
    private int _step;
    private long _currentStart = long.MaxValue;
    private BucketCounter _current = new();

    /// <summary>The width of the buckets that are kept.</summary>
    public TimeSpan KeptSize => TimeSpan.FromSeconds(_ladder[_step]);

    /// <summary>The width that was asked for; null where it is chosen.</summary>
    public TimeSpan? AskedSize => bucketSize;

    /// <summary>Adds one entry.</summary>
    public void Add(DateTimeOffset time, LogLevel level, int status) => BucketAt(time).Add(level, status);

    /// <summary>A timeline of a part of the same log, or of another, that is to be joined: its buckets need not be finer than they are here by now.</summary>
    public Timeline Fork() => new(bucketSize) { _step = Volatile.Read(ref _step) };

    /// <summary>Adds a bucket of another timeline, of that one's width.</summary>
    public void Add(LogTimeBucket bucket, TimeSpan width)
    {
        if (bucket.Entries == 0)
        {
            return;
        }

        while (KeptSize.Ticks % Math.Max(1, width.Ticks) != 0 && _step < _ladder.Length - 1)
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

    /// <summary>The buckets that are kept, in the order of time, without empty ones.</summary>
    public LogTimeBucket[] ToKept() => [.. _buckets.OrderBy(bucket => bucket.Key).Select(bucket => bucket.Value.ToBucket(StartOf(bucket.Key)))];

    /// <summary>The buckets as they are shown, from the first entry to the last.</summary>
    /// <param name="offset">The offset of the log: buckets of hours and days begin with its hours and days.</param>
    public TimelineView ToView(TimeSpan offset) => TimelineLayout.Of(ToKept(), KeptSize, bucketSize, offset);

    /// <summary>Buckets of hours and days are made of finer ones, since the offset of the log is not known before.</summary>
    private static long KeptWidth(long asked) => asked >= Hour && asked % QuarterHour == 0 ? QuarterHour : asked;

    private BucketCounter BucketAt(DateTimeOffset time)
    {
        // Most entries fall into the bucket of the previous one, which needs no division.
        long second = time.ToUnixTimeSeconds();
        if (second >= _currentStart && second - _currentStart < _ladder[_step])
        {
            return _current;
        }

        long key = BucketLadder.KeyOf(second, _ladder[_step]);
        if (!_buckets.TryGetValue(key, out BucketCounter? bucket))
        {
            _buckets.Add(key, new BucketCounter());
            while (_step < _ladder.Length - 1 && _buckets.Count > (_ladder[_step] < Hour ? MaxFine : MaxCoarse))
            {
                Coarsen();
            }

            key = BucketLadder.KeyOf(second, _ladder[_step]);
            bucket = _buckets[key];
        }

        _currentStart = key * _ladder[_step];
        _current = bucket;
        return _current;
    }

    private void Coarsen()
    {
        var finer = _buckets.ToArray();
        long factor = _ladder[_step + 1] / _ladder[_step];
        _step++;
        _buckets.Clear();
        _currentStart = long.MaxValue;
        foreach ((long key, BucketCounter counter) in finer)
        {
            long coarse = BucketLadder.KeyOf(key, factor);
            if (!_buckets.TryAdd(coarse, counter))
            {
                _buckets[coarse].Merge(counter);
            }
        }
    }

    private DateTimeOffset StartOf(long key) => TimelineLayout.At(key * _ladder[_step]);
}
