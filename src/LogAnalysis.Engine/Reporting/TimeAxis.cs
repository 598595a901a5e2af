using System.Globalization;
using System.Numerics;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>The time that charts have in common: columns of equal width, placed by when they begin.</summary>
internal sealed class TimeAxis
{
    /// <summary>As many short labels, such as <c>12:00</c> and <c>15 May</c>, have room beside each other.</summary>
    private const int MaxTicks = 14;

    /// <summary>As many of those with seconds, or with a year.</summary>
    private const int MaxLongTicks = 7;

    /// <summary>As many have room on a phone.</summary>
    private const int MaxMajorTicks = 5;

    private const long Day = 86_400;

    private static readonly long[] TickSteps =
    [
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, Day, 2 * Day, 7 * Day, 14 * Day, 28 * Day, 56 * Day, 182 * Day, 364 * Day, 728 * Day, 3640 * Day,
    ];

    private readonly long _shift;
    private readonly long _from;
    private readonly long _width;

    /// <param name="buckets">The timeline, at least one bucket.</param>
    /// <param name="bucketSize">How long each is.</param>
    /// <param name="offset">The offset in which times are shown.</param>
    /// <param name="maxColumns">Where there are more buckets, several are one column.</param>
    public TimeAxis(LogTimeBucket[] buckets, TimeSpan bucketSize, TimeSpan offset, int maxColumns)
    {
        Offset = offset;
        _shift = (long)offset.TotalSeconds;
        _from = buckets[0].Start.ToUnixTimeSeconds();
        long size = Math.Max(1, (long)bucketSize.TotalSeconds);
        long count = ((buckets[^1].Start.ToUnixTimeSeconds() - _from) / size) + 1;
        _width = size * ((count + maxColumns - 1) / maxColumns);
        Columns = (int)(((count * size) + _width - 1) / _width);
    }

    /// <summary>The offset in which times are shown.</summary>
    public TimeSpan Offset { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How long a column is.</summary>
    public TimeSpan ColumnSize => TimeSpan.FromSeconds(_width);

    /// <summary>The buckets as columns, the empty ones too.</summary>
    public LogTimeBucket[] Fill(LogTimeBucket[] buckets)
    {
        ILookup<int, LogTimeBucket> byColumn = buckets.ToLookup(bucket => ColumnOf(bucket.Start));
        return [.. Enumerable.Range(0, Columns).Select(column => BucketCounter.Sum(byColumn[column], StartOf(column).ToUniversalTime()))];
    }

    /// <summary>The column of a time.</summary>
    public int ColumnOf(DateTimeOffset time) => (int)Math.Clamp((time.ToUnixTimeSeconds() - _from) / _width, 0, Columns - 1);

    /// <summary>The column behind that in which a time ends.</summary>
    public int EndColumnOf(DateTimeOffset time) => (int)Math.Clamp((time.ToUnixTimeSeconds() - _from + _width - 1) / _width, 1, Columns);

    /// <summary>Where a time is, 0 to 1.</summary>
    public double PlaceOf(DateTimeOffset time) => Math.Clamp((time.ToUnixTimeSeconds() - _from) / ((double)_width * Columns), 0, 1);

    /// <summary>When a column begins.</summary>
    public DateTimeOffset StartOf(int column) => At(_from + (column * _width));

    /// <summary>Round times of the clock along the axis; those that are major remain where there is little room.</summary>
    public IReadOnlyList<(double Place, string Label, bool IsMajor)> Ticks()
    {
        long length = _width * Columns;
        long step = Array.Find(TickSteps, step => length / step <= MaxTicksOf(step)) is long found and > 0 ? found : TickSteps[^1] * ((length / TickSteps[^1] / MaxLongTicks) + 1);
        long from = _from + _shift;
        long first = from + ((step - (from % step)) % step);
        int count = (int)Math.Max(0, (from + length - first + step - 1) / step);

        // Every second, fourth or eighth, so that days remain and their hours go.
        int every = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (count + MaxMajorTicks - 1) / MaxMajorTicks));
        int major = (int)(((Day - (first % Day)) % Day) / step) % every;
        return [.. Enumerable.Range(0, count).Select(tick => TickAt(first + (tick * step) - _shift, step, tick % every == major))];
    }

    private (double Place, string Label, bool IsMajor) TickAt(long second, long step, bool isMajor)
    {
        DateTimeOffset time = At(second);
        return (PlaceOf(time), time.ToString(FormatOf(step, time), CultureInfo.InvariantCulture), isMajor);
    }

    private static int MaxTicksOf(long step) => step is < 60 or >= 182 * Day ? MaxLongTicks : MaxTicks;

    private static string FormatOf(long step, DateTimeOffset time) =>
        step >= 182 * Day ? "MMM yyyy"
        : step >= Day || time.TimeOfDay == TimeSpan.Zero ? "d MMM"
        : step < 60 ? "HH:mm:ss"
        : "HH:mm";

    private DateTimeOffset At(long second) => DisplayFormat.InZone(
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(second, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds())), Offset);
}
