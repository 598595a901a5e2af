using LogAnalysis.Querying;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>What the values of one field are like.</summary>
internal sealed class FieldProfile
{
    private readonly DistinctCounter _distinct = new();
    private readonly FieldHeavyHitters _frequent = new();
    private LogFieldType? _type;
    private long _values;
    private long _lastEntry;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;
    private TimeRange _times;

    /// <summary>How many entries have the field.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, as it is written.</param>
    /// <param name="type">What it is.</param>
    /// <param name="entry">The number of the entry, which may have several values.</param>
    /// <param name="reference">When its log was last written.</param>
    /// <param name="conventions">What is known of the times of its log.</param>
    public void Add(ReadOnlySpan<byte> value, LogFieldType type, long entry, DateTime reference, TimeConventions conventions)
    {
        Count += entry == _lastEntry ? 0 : 1;
        _lastEntry = entry;
        _values++;
        _type = Common(_type, type);
        _distinct.Add(value);
        _frequent.Add(value);
        if (type is LogFieldType.Integer or LogFieldType.Number && FieldNumber.TryRead(value, out double number))
        {
            _minimum = Math.Min(_minimum, number);
            _maximum = Math.Max(_maximum, number);
        }
        else if (type == LogFieldType.Time && Timestamps.TryParse(value, reference, conventions, out DateTimeOffset time))
        {
            _times.Add(time);
        }
    }

    /// <summary>Adds what was seen of the same field elsewhere.</summary>
    public void Merge(FieldProfile other)
    {
        Count += other.Count;
        _lastEntry = 0;
        _values += other._values;
        _type = other._type is LogFieldType type ? Common(_type, type) : _type;
        _distinct.Merge(other._distinct);
        _frequent.Merge(other._frequent);
        _minimum = Math.Min(_minimum, other._minimum);
        _maximum = Math.Max(_maximum, other._maximum);
        _times.Merge(other._times);
    }

    /// <summary>What was seen.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="entries">How many entries there are.</param>
    /// <param name="top">How many of the most frequent values are wanted.</param>
    public LogFieldSummary ToSummary(string name, long entries, int top) => new()
    {
        Name = name,
        Type = _type ?? LogFieldType.Text,
        Count = Count,
        Percent = 100.0 * Count / entries,
        Distinct = _distinct.Estimate(),
        Top = _frequent.ToTop(top, _values),
        Minimum = Limit(_minimum, _times.First),
        Maximum = Limit(_maximum, _times.Last),
    };

    private object? Limit(double number, DateTimeOffset? time) => _type switch
    {
        // What looks like a number need not be one.
        LogFieldType.Integer or LogFieldType.Number when !double.IsFinite(number) => null,
        LogFieldType.Integer => (long)number,
        LogFieldType.Number => number,
        LogFieldType.Time => time,
        _ => null,
    };

    private static LogFieldType Common(LogFieldType? before, LogFieldType type) =>
        before is null || before == type ? type
        : before is LogFieldType.Integer or LogFieldType.Number && type is LogFieldType.Integer or LogFieldType.Number ? LogFieldType.Number
        : LogFieldType.Text;
}
