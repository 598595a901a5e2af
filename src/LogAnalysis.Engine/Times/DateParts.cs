namespace LogAnalysis.Times;

/// <summary>What a date and clock time consist of, as written and not yet checked.</summary>
internal struct DateParts
{
    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;

    /// <summary>The fraction of the second, in ticks.</summary>
    public long Fraction;

    /// <summary>The offset from UTC; null if none is stated.</summary>
    public TimeSpan? Offset;
}
