namespace LogAnalysis.Times;

/// <summary>What a text has of a time.</summary>
internal enum TimePartKind
{
    /// <summary>Neither of the others: nothing, or all of it.</summary>
    Other,

    /// <summary>A date alone.</summary>
    Date,

    /// <summary>A time of day alone.</summary>
    Clock,
}
