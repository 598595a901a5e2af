namespace LogAnalysis.Bench.Generating;

/// <summary>Counts what a log source writes, as it writes it.</summary>
internal sealed class TruthCounter
{
    private readonly long[] _levels = new long[(int)LogLevel.Critical + 1];
    private readonly long[] _statuses = new long[600];
    private long _lines;

    /// <summary>Counts one entry.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="status">The HTTP status that it reports; 0 where it reports none.</param>
    public void Add(LogLevel level, int lines = 1, int status = 0)
    {
        _lines += lines;
        _levels[(int)level]++;
        _statuses[status]++;
    }

    /// <summary>What was counted so far.</summary>
    /// <param name="size">How large the log was to be, in bytes.</param>
    /// <param name="bytes">How large it is.</param>
    public LogTruth ToTruth(long size, long bytes) => new()
    {
        Size = size,
        Bytes = bytes,
        Lines = _lines,
        Entries = _levels.Sum(),
        Errors = _levels[(int)LogLevel.Error] + _levels[(int)LogLevel.Critical],
        Warnings = _levels[(int)LogLevel.Warning],
        Levels = Enum.GetValues<LogLevel>().Where(level => _levels[(int)level] > 0).ToDictionary(level => level, level => _levels[(int)level]),
        Statuses = Enumerable.Range(1, _statuses.Length - 1).Where(status => _statuses[status] > 0).ToDictionary(status => status, status => _statuses[status]),
    };
}
