namespace LogAnalysis;

/// <summary>What is compared in reports.</summary>
public enum LogChangeKind
{
    /// <summary>Errors, by what their messages have in common.</summary>
    Pattern,

    /// <summary>Errors, by the exceptions that they tell of.</summary>
    Exception,

    /// <summary>HTTP statuses.</summary>
    StatusCode,

    /// <summary>URLs without their queries.</summary>
    Url,

    /// <summary>Entries by their level.</summary>
    Level,
}
