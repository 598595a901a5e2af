namespace LogAnalysis.Bench.Generating;

/// <summary>What is true of a generated log, counted while it is written: what every tool must find.</summary>
internal sealed class LogTruth
{
    /// <summary>How large the log was to be, in bytes. It ends with the entry that reaches this size.</summary>
    public long Size { get; set; }

    public long Bytes { get; set; }

    public long Lines { get; set; }

    /// <summary>A stack trace belongs to the entry above it, any other line is an entry of its own.</summary>
    public long Entries { get; set; }

    /// <summary>Entries of level Error or Critical.</summary>
    public long Errors { get; set; }

    public long Warnings { get; set; }

    /// <summary>Entries that say how long a request took.</summary>
    public long Timed { get; set; }

    /// <summary>Entries of each level that occurs. A response's level is that of its status: 5xx is Error, 4xx Warning.</summary>
    public SortedDictionary<LogLevel, long> Levels { get; set; } = [];

    /// <summary>Entries of each HTTP status that occurs.</summary>
    public SortedDictionary<int, long> Statuses { get; set; } = [];

    /// <summary>Counts one entry.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="status">The HTTP status that it reports; 0 for none.</param>
    public void Add(LogLevel level, int lines = 1, int status = 0)
    {
        Lines += lines;
        Entries++;
        Errors += level >= LogLevel.Error ? 1 : 0;
        Warnings += level == LogLevel.Warning ? 1 : 0;
        Levels[level] = Levels.GetValueOrDefault(level) + 1;
        if (status != 0)
        {
            Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
        }
    }
}
