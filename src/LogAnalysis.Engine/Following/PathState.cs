namespace LogAnalysis.Following;

/// <summary>Where reading begins in a file that is not known. Decision 2 draws the transitions.</summary>
internal enum PathState
{
    /// <summary>What is at the path was there first: reading begins where the options say.</summary>
    Starting,

    /// <summary>The first look, at a path where all that is unknown is new: a checkpoint holds the rest, or a wildcard did not name it before.</summary>
    StartingAtBeginning,

    /// <summary>Whatever appears is new. A file can be missing for a moment, in the course of a rotation.</summary>
    Following,
}
