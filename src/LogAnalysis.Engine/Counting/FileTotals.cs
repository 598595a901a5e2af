using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>What is counted of one file.</summary>
internal sealed class FileTotals
{
    private TimeRange _times;
    private TimeRange _errors;

    public long Entries { get; private set; }

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public DateTimeOffset? From => _times.First;

    public DateTimeOffset? To => _times.Last;

    public DateTimeOffset? LastError => _errors.Last;

    /// <summary>Adds one entry.</summary>
    public void Add(LogLevel level, DateTimeOffset? time)
    {
        Entries++;
        _times.Add(time);
        if (level >= LogLevel.Error)
        {
            Errors++;
            _errors.Add(time);
        }
        else if (level == LogLevel.Warning)
        {
            Warnings++;
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(long entries, long errors, long warnings, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset? lastError)
    {
        Entries += entries;
        Errors += errors;
        Warnings += warnings;
        _times.Add(from);
        _times.Add(to);
        _errors.Add(lastError);
    }

    /// <summary>Adds what another has counted.</summary>
    public void Merge(FileTotals other) => Add(other.Entries, other.Errors, other.Warnings, other.From, other.To, other.LastError);
}
