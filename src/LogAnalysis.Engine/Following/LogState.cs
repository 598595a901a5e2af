namespace LogAnalysis.Following;

/// <summary>What a file was to the path that is followed, in a checkpoint. A running follower has <see cref="TailedFileState"/>.</summary>
internal enum LogState
{
    /// <summary>It was at the path.</summary>
    Current,

    /// <summary>It had been at the path, and its writer might not be done.</summary>
    Rotated,

    /// <summary>It had been read to its end.</summary>
    Closed,
}
