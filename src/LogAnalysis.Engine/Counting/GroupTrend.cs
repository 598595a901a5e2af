namespace LogAnalysis.Counting;

/// <summary>
/// How many entries of a group there were when, in at most <see cref="MaxBuckets"/> buckets. The width follows from the first and the last of them alone, as a
/// <see cref="Timeline"/>'s does, so that trends merge exactly.
/// </summary>
internal sealed class GroupTrend
{
    /// <summary>No more buckets than this.</summary>
    public const int MaxBuckets = 24;

    private long[] _counts = [];
    private int _step;
    private long _first;

    /// <summary>The width of a bucket, in seconds.</summary>
    public long Width => Timeline.Widths[_step];

    /// <summary>When the first bucket begins, in seconds since 1970.</summary>
    public long Start => _first * Width;

    /// <summary>The counts, from the first bucket to the last.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Adds entries of a point in time.</summary>
    public void Add(DateTimeOffset time, long count = 1) => Add(time.ToUnixTimeSeconds(), step: 0, count);

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Merge(GroupTrend other)
    {
        for (int i = 0; i < other._counts.Length; i++)
        {
            if (other._counts[i] > 0)
            {
                Add((other._first + i) * other.Width, other._step, other._counts[i]);
            }
        }
    }

    /// <summary>Adds what was saved.</summary>
    /// <param name="start">When the first bucket begins, in seconds since 1970.</param>
    /// <param name="width">The width of a bucket, in seconds.</param>
    /// <param name="counts">The counts.</param>
    public void Add(long start, long width, long[] counts)
    {
        int step = Math.Max(0, Array.FindIndex(Timeline.Widths, known => known >= width));
        for (int i = 0; i < counts.Length && i < MaxBuckets; i++)
        {
            if (counts[i] > 0)
            {
                Add(start + (i * width), step, counts[i]);
            }
        }
    }

    /// <summary>The buckets as they are shown.</summary>
    /// <param name="level">The level of the group.</param>
    public LogTimeBucket[] ToBuckets(LogLevel level) =>
    [
        .. _counts.Select((count, index) => new LogTimeBucket
        {
            Start = Timeline.TimeOf((_first + index) * Width),
            Entries = count,
            Errors = level >= LogLevel.Error ? count : 0,
            Warnings = level == LogLevel.Warning ? count : 0,
        }),
    ];

    private void Add(long second, int step, long count)
    {
        while (_step < step)
        {
            Coarsen();
        }

        long key = Timeline.FloorDivide(second, Width);
        while (_counts.Length > 0 && _step < Timeline.Widths.Length - 1 && Math.Max(_first + _counts.Length - 1, key) - Math.Min(_first, key) >= MaxBuckets)
        {
            Coarsen();
            key = Timeline.FloorDivide(second, Width);
        }

        Reach(key);
        _counts[key - _first] += count;
    }

    /// <summary>Makes room for a bucket before the first or behind the last.</summary>
    private void Reach(long key)
    {
        if (_counts.Length == 0)
        {
            (_first, _counts) = (key, new long[1]);
        }
        else if (key < _first)
        {
            _counts = [.. new long[_first - key], .. _counts];
            _first = key;
        }
        else if (key >= _first + _counts.Length)
        {
            Array.Resize(ref _counts, (int)(key - _first + 1));
        }
    }

    private void Coarsen()
    {
        long factor = Timeline.Widths[_step + 1] / Width;
        (long[] finer, long first) = (_counts, _first);
        _step++;
        _counts = [];
        for (int i = 0; i < finer.Length; i++)
        {
            long key = Timeline.FloorDivide(first + i, factor);
            if (_counts.Length == 0 || key >= _first)
            {
                Reach(key);
                _counts[key - _first] += finer[i];
            }
        }
    }
}
