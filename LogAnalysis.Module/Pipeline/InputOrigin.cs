namespace LogAnalysis.Pipeline;

/// <summary>What is known of where an input comes from.</summary>
internal enum InputOrigin
{
    /// <summary>From anything: it may go on for ever.</summary>
    Unknown,

    /// <summary>From files that are read once, which has an end. They need not be in the order of time.</summary>
    Finite,

    /// <summary>From files that are followed.</summary>
    Followed,
}
