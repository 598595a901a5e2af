using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>What a date and clock time consist of, as written and not yet checked.</summary>
internal struct DateParts
{
    /// <summary>0 where there is none, so that it is to be inferred.</summary>
    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;

    /// <summary>The fraction of the second, in ticks.</summary>
    public long Fraction;

    /// <summary>Whether seconds are stated.</summary>
    public bool HasSeconds;

    /// <summary>Whether the clock has points where others have colons.</summary>
    public bool IsDotted;

    /// <summary>The day of the week; null if none is stated.</summary>
    public DayOfWeek? Weekday;

    /// <summary>The numbers of a date whose order the log does not tell: year, month and day are not known then.</summary>
    public NumericDate Numbers;

    /// <summary>Where the zone is in the text; empty if none is stated.</summary>
    public ByteRange Zone;

    /// <summary>The offset from UTC, where it is not written as <see cref="Zone"/> is; null if none is stated.</summary>
    public TimeSpan? Offset;
}
