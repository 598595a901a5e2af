namespace LogAnalysis;

/// <summary>What is counted in one hour of the week.</summary>
public sealed class LogHourCount
{
    /// <summary>The day.</summary>
    public DayOfWeek Day { get; init; }

    /// <summary>The hour of the day, 0 to 23, on the clock of the log.</summary>
    public int Hour { get; init; }

    /// <summary>How many entries there are, of all weeks.</summary>
    public long Entries { get; init; }

    /// <summary>How many of them are of level Error or Critical.</summary>
    public long Errors { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Day} {Hour:00}:00 {Entries}";
}
