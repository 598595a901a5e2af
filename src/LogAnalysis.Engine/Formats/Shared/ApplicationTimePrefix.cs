namespace LogAnalysis.Formats;

/// <summary>What a line of an application has before its time.</summary>
internal enum ApplicationTimePrefix
{
    None,

    /// <summary>The number of a process or session in brackets, or a mark that says what the line is.</summary>
    Process,

    /// <summary>The number of the message, or a mark that says how good the clock is.</summary>
    Mark,

    /// <summary>A host or program.</summary>
    Name,
}
