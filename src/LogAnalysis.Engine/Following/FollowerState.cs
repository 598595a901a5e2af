namespace LogAnalysis.Following;

/// <summary>What a follower's thread is doing. Decision 2 draws the transitions.</summary>
internal enum FollowerState
{
    /// <summary>It opens what is at the paths, and takes up what an earlier run had read.</summary>
    Starting,

    /// <summary>It reads a block of each file that may have one.</summary>
    Reading,

    /// <summary>It waits for a notification, or for the time to look again.</summary>
    Waiting,

    /// <summary>It passes on what is kept.</summary>
    Completing,

    /// <summary>Nothing more is read.</summary>
    Completed,
}
