namespace LogAnalysis;

/// <summary>What errors are grouped by.</summary>
public enum ErrorGroupKey
{
    /// <summary>What their messages have in common.</summary>
    Pattern,

    /// <summary>
    /// The type of the exception that they tell of, and the first frame of its stack trace that is the application's own. Those that tell of none are left
    /// out.
    /// </summary>
    Exception,

    /// <summary>Their level.</summary>
    Level,

    /// <summary>The file that they are in.</summary>
    Path,

    /// <summary>The HTTP status that they report. Those that report none are left out.</summary>
    StatusCode,
}
