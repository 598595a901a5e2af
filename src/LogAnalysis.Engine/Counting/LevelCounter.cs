using LogAnalysis.Formats;

namespace LogAnalysis.Counting;

/// <summary>Lines, and entries by level.</summary>
internal sealed class LevelCounter : ILogSink
{
    private readonly long[] _entries = new long[(int)LogLevel.Critical + 1];

    /// <summary>How many lines there were, continuation lines and all.</summary>
    public long Lines { get; private set; }

    /// <summary>How many entries there were, of any level.</summary>
    public long Entries => _entries.Sum();

    /// <summary>How many of them count as errors.</summary>
    public long Errors => this[LogLevel.Error] + this[LogLevel.Critical];

    /// <summary>Errors per entry, 0 to 1; 0 where there are no entries.</summary>
    public double ErrorRate => Entries == 0 ? 0 : (double)Errors / Entries;

    /// <summary>How many entries of a level there were.</summary>
    public long this[LogLevel level] => _entries[(int)level];

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        Lines += line.LineCount;
        if (!line.IsContinuation)
        {
            _entries[(int)line.Level]++;
        }
    }

    /// <summary>Adds counts that were made elsewhere.</summary>
    public void Add(long lines, IEnumerable<LogLevelCount> counts)
    {
        Lines += lines;
        foreach (LogLevelCount count in counts)
        {
            _entries[(int)count.Level] += count.Count;
        }
    }

    /// <summary>The levels that occurred, most frequent first, then by name.</summary>
    public LogLevelCount[] ToCounts() =>
    [
        .. Enum.GetValues<LogLevel>()
            .Where(level => this[level] > 0)
            .Select(level => new LogLevelCount { Level = level, Count = this[level] })
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.Level.ToString(), StringComparer.Ordinal),
    ];
}
