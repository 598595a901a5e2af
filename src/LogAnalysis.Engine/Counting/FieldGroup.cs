using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>The statistics of one field, over the entries of one group.</summary>
/// <param name="budget">What its sketch may take.</param>
/// <param name="precision">How well different values are told apart, as <see cref="DistinctCounter"/> takes it.</param>
internal sealed class FieldGroup(SketchBudget budget, int precision)
{
    private static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99];

    private readonly QuantileSketch _numbers = new(budget);
    private readonly DistinctCounter _distinct = new(precision);
    private ExactSum _sum;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;

    /// <summary>How many entries have the field.</summary>
    public long Count { get; private set; }

    /// <summary>One more entry has the field.</summary>
    public void AddEntry() => Count++;

    /// <summary>Adds a value of such an entry.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        _distinct.Add(value);
        if (FieldNumber.TryRead(value, out double number) && double.IsFinite(number))
        {
            _numbers.Add(number);
            _sum.Add(number);
            _minimum = Math.Min(_minimum, number);
            _maximum = Math.Max(_maximum, number);
        }
    }

    /// <summary>Adds what was counted of the same group elsewhere.</summary>
    public void Merge(FieldGroup other)
    {
        Count += other.Count;
        _numbers.Merge(other._numbers);
        _distinct.Merge(other._distinct);
        _sum.Add(in other._sum);
        _minimum = Math.Min(_minimum, other._minimum);
        _maximum = Math.Max(_maximum, other._maximum);
    }

    /// <summary>What was counted.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="group">What the entries have in common; null for nothing.</param>
    /// <param name="windowStart">The beginning of the window; null for none.</param>
    public LogFieldStatistics ToStatistics(string name, string? group, DateTimeOffset? windowStart)
    {
        bool any = _numbers.Count > 0;
        double[] at = any ? _numbers.At(Shares) : [];
        return new LogFieldStatistics
        {
            Name = name,
            Group = group,
            Count = Count,
            Sum = any ? _sum.ToDouble() : null,
            Average = any ? _sum.ToDouble() / _numbers.Count : null,
            Minimum = any ? _minimum : null,
            Maximum = any ? _maximum : null,
            P50 = any ? at[0] : null,
            P90 = any ? at[1] : null,
            P95 = any ? at[2] : null,
            P99 = any ? at[3] : null,
            Distinct = _distinct.Estimate(),
            WindowStart = windowStart,
        };
    }
}
