namespace LogAnalysis.Counting;

/// <summary>Entries and errors by the hour of the week, on the clock of each entry.</summary>
internal sealed class WeekCounter
{
    /// <summary>The hours of a week, from Monday on.</summary>
    public const int Hours = 7 * HoursPerDay;

    private const int HoursPerDay = 24;

    private static readonly TimeSpan MinSpan = TimeSpan.FromDays(2);

    private readonly long[] _entries = new long[Hours];
    private readonly long[] _errors = new long[Hours];
    private long _hourStart = long.MaxValue;
    private int _hour;

    /// <summary>Entries by hour.</summary>
    public long[] Entries => [.. _entries];

    /// <summary>Errors by hour.</summary>
    public long[] Errors => [.. _errors];

    /// <summary>Adds one entry.</summary>
    public void Add(DateTimeOffset time, LogLevel level)
    {
        // Most entries are of the hour of the one before, which needs no division. The first day of the calendar was a Monday.
        long ticks = time.Ticks;
        if (ticks < _hourStart || ticks - _hourStart >= TimeSpan.TicksPerHour)
        {
            long hour = ticks / TimeSpan.TicksPerHour;
            _hourStart = hour * TimeSpan.TicksPerHour;
            _hour = (int)(hour % Hours);
        }

        _entries[_hour]++;
        _errors[_hour] += level >= LogLevel.Error ? 1 : 0;
    }

    /// <summary>Adds what was counted elsewhere; lists that are not of a week are skipped.</summary>
    public void Merge(long[] entries, long[] errors)
    {
        for (int hour = 0; hour < Hours && entries.Length == Hours && errors.Length == Hours; hour++)
        {
            _entries[hour] += entries[hour];
            _errors[hour] += errors[hour];
        }
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(WeekCounter other) => Merge(other._entries, other._errors);

    /// <summary>The hours that have entries, from Monday on; none of a log of a day or less, whose hours the timeline shows.</summary>
    /// <param name="span">The time that the log is of; null where it is not known.</param>
    public LogHourCount[] ToCounts(TimeSpan? span) => span < MinSpan || span is null ? [] :
    [
        .. Enumerable.Range(0, Hours).Where(hour => _entries[hour] > 0).Select(hour => new LogHourCount
        {
            Day = (DayOfWeek)(((hour / HoursPerDay) + 1) % 7),
            Hour = hour % HoursPerDay,
            Entries = _entries[hour],
            Errors = _errors[hour],
        }),
    ];
}
