namespace LogAnalysis.Times;

/// <summary>The order of the numbers in a date.</summary>
internal enum DateOrder
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary><c>01/24/2025</c>.</summary>
    MonthFirst,

    /// <summary><c>24/01/2025</c>.</summary>
    DayFirst,

    /// <summary><c>25/01/24</c>.</summary>
    YearFirst,
}
