namespace LogAnalysis.Fields;

/// <summary>What is before a word of a header, which decides whether the word can be a level whatever its case.</summary>
[Flags]
internal enum HeaderContext
{
    None = 0,

    /// <summary>The time is directly before the word.</summary>
    AfterTime = 1,

    /// <summary>A dash, bar or colon.</summary>
    AfterSeparator = 2,

    /// <summary>A number, such as a process id.</summary>
    AfterNumber = 4,

    /// <summary>A group in brackets, or a word that no prose has.</summary>
    AfterName = 8,

    /// <summary>Within the message of another entry, where prose is likely.</summary>
    InMessage = 16,
}
