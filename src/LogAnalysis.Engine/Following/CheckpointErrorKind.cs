namespace LogAnalysis.Following;

/// <summary>Why a checkpoint cannot be used.</summary>
internal enum CheckpointErrorKind
{
    /// <summary>Another watcher has it open.</summary>
    InUse,

    /// <summary>A process of another user has it open.</summary>
    InUseByOther,

    /// <summary>It cannot be read or written.</summary>
    Unusable,
}
