using HdrHistogram;

namespace LogAnalysis.Counting;

/// <summary>How often which durations occurred, with two significant digits: percentiles within 1 %, that add up exactly.</summary>
internal sealed class DurationSketch
{
    private const int SignificantDigits = 2;

    /// <summary>What is longer than a day counts as a day, though the longest is kept as it is.</summary>
    private const long MaxMicroseconds = 24L * 60 * 60 * 1_000_000;

    private LongHistogram? _microseconds;
    private TimeSpan _max;

    /// <summary>Adds one duration.</summary>
    public void Add(TimeSpan duration)
    {
        _max = duration > _max ? duration : _max;
        Add((long)duration.TotalMicroseconds, 1);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="microseconds">Durations with how often they occurred.</param>
    /// <param name="max">The longest.</param>
    public void Add(IEnumerable<KeyValuePair<long, long>> microseconds, TimeSpan max)
    {
        _max = max > _max ? max : _max;
        foreach ((long value, long count) in microseconds)
        {
            Add(value, count);
        }
    }

    /// <summary>Adds what another sketch has counted.</summary>
    public void Merge(DurationSketch other)
    {
        _max = other._max > _max ? other._max : _max;
        if (_microseconds is null)
        {
            _microseconds = other._microseconds;
        }
        else if (other._microseconds is not null)
        {
            _microseconds.Add(other._microseconds);
        }
    }

    /// <summary>The longest duration.</summary>
    public TimeSpan Max => _max;

    /// <summary>Durations in microseconds with how often they occurred, ascending.</summary>
    public IEnumerable<KeyValuePair<long, long>> ToPairs() =>
        _microseconds?.RecordedValues().Select(step => KeyValuePair.Create(step.ValueIteratedTo, step.CountAddedInThisIterationStep)) ?? [];

    /// <summary>The percentiles; null if there are no durations.</summary>
    public LogPercentiles? ToPercentiles() => _microseconds is null ? null : new LogPercentiles
    {
        Count = _microseconds.TotalCount,
        P50 = At(50),
        P90 = At(90),
        P95 = At(95),
        P99 = At(99),
        Max = _max,
    };

    private TimeSpan At(double percentile)
    {
        var time = TimeSpan.FromMicroseconds(_microseconds!.GetValueAtPercentile(percentile));
        return time < _max ? time : _max;
    }

    private void Add(long microseconds, long count)
    {
        if (count <= 0)
        {
            return;
        }

        _microseconds ??= new LongHistogram(MaxMicroseconds, SignificantDigits);
        _microseconds.RecordValueWithCount(Math.Clamp(microseconds, 0, MaxMicroseconds), count);
    }
}
