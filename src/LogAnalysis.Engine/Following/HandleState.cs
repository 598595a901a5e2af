namespace LogAnalysis.Following;

/// <summary>Whether a followed file has a handle. Decision 2 draws the transitions.</summary>
internal enum HandleState
{
    /// <summary>It is open.</summary>
    Open,

    /// <summary>Another file needed the handle. It is opened again when there is something to read.</summary>
    Released,

    /// <summary>It was deleted while it had no handle.</summary>
    Deleted,

    /// <summary>The handle belongs to another file now.</summary>
    Transferred,
}
