namespace LogAnalysis.Following;

/// <summary>What a file is to the path that is followed.</summary>
internal enum LogState
{
    /// <summary>It stands there.</summary>
    Current,

    /// <summary>It stood there, and its writer may not be done.</summary>
    Rotated,

    /// <summary>It was read to its end long ago.</summary>
    Closed,
}
