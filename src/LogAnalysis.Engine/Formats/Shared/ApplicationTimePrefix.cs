namespace LogAnalysis.Formats;

/// <summary>What a line of an application has before its time.</summary>
internal enum ApplicationTimePrefix
{
    None,

    /// <summary>A process id in brackets.</summary>
    Process,

    /// <summary>The number of the message, or a mark that says how good the clock is.</summary>
    Mark,

    /// <summary>A host or program.</summary>
    Name,
}
