namespace LogAnalysis.Pipeline;

/// <summary>What became of an object from the pipeline.</summary>
internal enum InputOutcome
{
    Taken,

    /// <summary>The command does not read such objects.</summary>
    Unsupported,

    /// <summary>It is no file, and the command reads nothing else.</summary>
    NotAFile,

    /// <summary>It has counts that cannot be, or more than can be added.</summary>
    Impossible,

    /// <summary>It is counted already, and the command counts by time.</summary>
    CannotSplitByTime,

    /// <summary>It is counted already, and the command is to select entries.</summary>
    CannotFilter,
}
