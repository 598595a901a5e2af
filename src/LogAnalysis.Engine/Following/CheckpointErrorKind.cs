namespace LogAnalysis.Following;

/// <summary>Why a checkpoint cannot be used.</summary>
internal enum CheckpointErrorKind
{
    /// <summary>Another watcher has it open.</summary>
    InUse,

    /// <summary>It cannot be read or written.</summary>
    Unusable,
}
