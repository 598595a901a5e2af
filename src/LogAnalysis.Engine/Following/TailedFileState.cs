namespace LogAnalysis.Following;

/// <summary>What a file is to the path that is followed. Decision 2 draws the transitions.</summary>
internal enum TailedFileState
{
    /// <summary>It is open, and not yet among the files of the path.</summary>
    Opened,

    /// <summary>It is at the path.</summary>
    Current,

    /// <summary>It was rotated away and has not been read to its end since. Its successors wait.</summary>
    Draining,

    /// <summary>It was rotated away and read to its end. Its writer may not know yet, so it is still read.</summary>
    Drained,

    /// <summary>It is not read any more.</summary>
    Closed,
}
