using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>Counts errors, and remembers when the first and the last were logged and what the last one said.</summary>
internal sealed class ErrorCounter : ILogCounter
{
    private readonly LevelCounter _levels = new();
    private readonly PathSet _paths = new();
    private TimeRange _errorTimes;
    private LogEntry? _lastError;
    private string? _lastMessage;

    /// <summary>How many errors there were so far.</summary>
    public long Errors => _levels.Errors;

    /// <summary>How many lines there were so far.</summary>
    public long Lines => _levels.Lines;

    /// <inheritdoc/>
    public LogLevel DetailThreshold => LogLevel.Error;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        _levels.Add(in line);
        _paths.Add(line.Path);
        if (line.IsError && !line.IsContinuation)
        {
            _errorTimes.Add(line.ParseTimestamp());
            _lastError = new LogEntry(in line);
            _lastMessage = null;
        }
        else if (line.IsError && line.Fields.CompletesEntry)
        {
            CompleteMessage(in line);
        }
    }

    /// <summary>Adds errors that were counted elsewhere. What the last one of all says is not known, only what that of the later summary says.</summary>
    public void Add(LogErrorSummary summary)
    {
        _levels.Add(summary);
        _paths.Add(summary.Path);
        if (summary.LastMessage is not null && !(summary.LastError < _errorTimes.Last))
        {
            _lastMessage = summary.LastMessage;
        }

        _errorTimes.Add(summary.FirstError);
        _errorTimes.Add(summary.LastError);
    }

    /// <summary>Adds a response as an entry of one line.</summary>
    public void Add(LogStatusCode response)
    {
        LogLevel level = LevelRules.OfStatus(response.Code);
        _levels.Add(level, 1);
        _paths.Add(response.Path);
        if (level >= LogLevel.Error)
        {
            _errorTimes.Add(response.Timestamp);
            _lastMessage = response.Text;
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path) => _paths.Add(path);

    /// <inheritdoc/>
    public ILogCounter Fork() => new ErrorCounter();

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var later = (ErrorCounter)partition;
        _levels.Merge(later._levels);
        _paths.Merge(later._paths);
        _errorTimes.Merge(later._errorTimes);
        if (later._lastError is not null || later._lastMessage is not null)
        {
            _lastError = later._lastError;
            _lastMessage = later._lastMessage;
        }
    }

    /// <summary>The counts so far.</summary>
    /// <param name="window">The span of time that they are of; null for all time.</param>
    public LogErrorSummary ToSummary(TimeWindow? window = null) => new()
    {
        Path = _paths.Single,
        Lines = _levels.Lines,
        Entries = _levels.Entries,
        Errors = _levels.Errors,
        Critical = _levels[LogLevel.Critical],
        Warnings = _levels[LogLevel.Warning],
        ErrorRate = _levels.ErrorRate,
        FirstError = _errorTimes.First,
        LastError = _errorTimes.Last,
        LastMessage = _lastMessage ?? _lastError?.Message,
        WindowStart = window?.Start,
        WindowEnd = window?.End,
    };

    // Apart, since its locals would be cleared for each line.
    private void CompleteMessage(in LogLine line)
    {
        if (_lastError is LogEntry last && last.Id == line.Entry)
        {
            _lastMessage = line.DecodeMessage();
        }
    }
}
