namespace LogAnalysis.Bench.Comparing;

/// <summary>What a tool is asked about a log.</summary>
[Flags]
internal enum Question
{
    /// <summary>Nothing that anybody asks.</summary>
    Nothing = 0,

    /// <summary>How many lines it has.</summary>
    Lines = 1,

    /// <summary>How many errors.</summary>
    Errors = 2,

    /// <summary>How many entries and warnings.</summary>
    Entries = 4,

    /// <summary>How many entries of each level.</summary>
    Levels = 8,

    /// <summary>How many responses of each HTTP status.</summary>
    Statuses = 16,
}
