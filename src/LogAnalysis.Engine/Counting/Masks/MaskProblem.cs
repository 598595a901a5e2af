namespace LogAnalysis.Counting;

/// <summary>Why something cannot be a mask.</summary>
internal enum MaskProblem
{
    /// <summary>Its name cannot be one.</summary>
    Name,

    /// <summary>Its name is that of a place that the project knows.</summary>
    BuiltInName,

    /// <summary>Its regular expression is malformed.</summary>
    Pattern,

    /// <summary>Its regular expression needs backtracking, or has too many states to do without.</summary>
    Backtracks,

    /// <summary>Its regular expression matches where nothing is.</summary>
    MatchesNothing,
}
