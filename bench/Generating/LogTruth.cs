namespace LogAnalysis.Bench.Generating;

/// <summary>What is true of a generated log: what whoever counts it must find.</summary>
internal sealed record LogTruth
{
    /// <summary>How large it was to be, in bytes. It ends with the entry that reaches this size.</summary>
    public required long Size { get; init; }

    /// <summary>How large it is, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many lines it has.</summary>
    public required long Lines { get; init; }

    /// <summary>How many entries: a stack trace belongs to the entry above it, any other line is one of its own.</summary>
    public required long Entries { get; init; }

    /// <summary>How many entries are of level Error or Critical.</summary>
    public required long Errors { get; init; }

    /// <summary>How many entries are of level Warning.</summary>
    public required long Warnings { get; init; }

    /// <summary>How many entries there are of each level that occurs. A response's level is that of its status: 5xx is Error, 4xx Warning.</summary>
    public required Dictionary<LogLevel, long> Levels { get; init; }

    /// <summary>How many entries report each HTTP status that occurs.</summary>
    public required Dictionary<int, long> Statuses { get; init; }
}
