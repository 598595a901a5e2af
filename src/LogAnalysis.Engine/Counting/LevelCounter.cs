using LogAnalysis.Model;

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

    /// <summary>Errors per entry, 0 to 1; 0 if there are no entries.</summary>
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
    /// <param name="lines">How many lines there were.</param>
    /// <param name="entries">How many entries of each level.</param>
    public void Add(long lines, ReadOnlySpan<long> entries)
    {
        Lines += lines;
        for (int level = 0; level < Math.Min(entries.Length, _entries.Length); level++)
        {
            _entries[level] += entries[level];
        }
    }

    /// <summary>Adds entries that were counted as errors, warnings and others.</summary>
    public void Add(LogErrorSummary summary)
    {
        Lines += summary.Lines;
        _entries[(int)LogLevel.Critical] += summary.Critical;
        _entries[(int)LogLevel.Error] += summary.Errors - summary.Critical;
        _entries[(int)LogLevel.Warning] += summary.Warnings;
        _entries[(int)LogLevel.Unknown] += summary.Entries - summary.Errors - summary.Warnings;
    }

    /// <summary>Adds entries of one level, each of one line.</summary>
    public void Add(LogLevel level, long entries)
    {
        Lines += entries;
        _entries[(int)level] += entries;
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(LevelCounter other) => Add(other.Lines, other._entries);

    /// <summary>How many entries of each level there were, by its number.</summary>
    public long[] ToArray() => [.. _entries];

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
