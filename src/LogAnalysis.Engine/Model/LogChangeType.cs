namespace LogAnalysis;

/// <summary>How something has changed from one report to another.</summary>
public enum LogChangeType
{
    /// <summary>It did not occur before.</summary>
    New,

    /// <summary>It occurs significantly more often per hour, by a fifth at least.</summary>
    Risen,

    /// <summary>It occurs significantly less often per hour, by a sixth at least, which is the same the other way round.</summary>
    Fallen,

    /// <summary>It does not occur any more.</summary>
    Gone,

    /// <summary>It occurs in both, and the difference is small or may be chance.</summary>
    Equal,
}
