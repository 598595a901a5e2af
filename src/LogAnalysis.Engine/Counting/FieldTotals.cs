namespace LogAnalysis.Counting;

/// <summary>What many values of a field come to.</summary>
/// <param name="budget">What the sketch of the numbers may take.</param>
/// <param name="precision">How well different values are told apart, as <see cref="DistinctCounter"/> takes it.</param>
internal sealed class FieldTotals(SketchBudget budget, int precision)
{
    private static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99];

    private readonly QuantileSketch _numbers = new(budget);
    private readonly DistinctCounter _distinct = new(precision);
    private ExactSum _sum;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;

    /// <summary>Adds a value.</summary>
    public void Add(in PendingValue value)
    {
        _distinct.Add(value.Hash);
        if (value.IsNumber)
        {
            _numbers.Add(value.Number);
            _sum.Add(value.Number);
            _minimum = Math.Min(_minimum, value.Number);
            _maximum = Math.Max(_maximum, value.Number);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Merge(FieldTotals other)
    {
        _numbers.Merge(other._numbers);
        _distinct.Merge(other._distinct);
        _sum.Add(in other._sum);
        _minimum = Math.Min(_minimum, other._minimum);
        _maximum = Math.Max(_maximum, other._maximum);
    }

    /// <summary>What the values come to.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="group">What the entries have in common; null for nothing.</param>
    /// <param name="count">How many entries there are.</param>
    /// <param name="windowStart">The beginning of the window; null for none.</param>
    public LogFieldStatistics ToStatistics(string name, string? group, long count, DateTimeOffset? windowStart)
    {
        bool any = _numbers.Count > 0;
        double[] at = any ? _numbers.At(Shares) : [];
        return new LogFieldStatistics
        {
            Name = name,
            Group = group,
            Count = count,
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
