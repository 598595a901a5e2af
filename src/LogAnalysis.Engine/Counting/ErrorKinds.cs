using System.Collections.Concurrent;
using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>Counts entries by their kinds, which all their lines tell: by the patterns of their messages, by their exceptions, or by both.</summary>
internal sealed class ErrorKinds
{
    /// <summary>The name of exceptions that were given up.</summary>
    public const string OtherExceptions = "(other exceptions)";

    /// <summary>More are not in use at a time.</summary>
    private const int MaxMerged = 36;

    private readonly LogLevel _lowest;
    private readonly LogLevel _highest;
    private readonly MessageMasks? _masks;
    private readonly PatternTable? _patterns;
    private readonly BoundedGroups? _exceptions;
    private readonly OpenErrors _open;
    private readonly ConcurrentBag<ErrorKinds> _merged = [];
    private ExceptionNameCache? _names;

    /// <summary>Counts nothing yet.</summary>
    /// <param name="lowest">The least serious level that counts.</param>
    /// <param name="highest">The most serious level that counts.</param>
    /// <param name="byPattern">Whether entries are counted by their patterns.</param>
    /// <param name="byException">Whether those that tell of an exception are counted by that.</param>
    /// <param name="masks">What is a value in messages besides; null for nothing.</param>
    public ErrorKinds(LogLevel lowest, LogLevel highest = LogLevel.Critical, bool byPattern = true, bool byException = true, MessageMasks? masks = null)
    {
        _masks = masks;
        _lowest = lowest;
        _highest = highest;
        _patterns = byPattern ? new PatternTable(lowest, masks) : null;
        _exceptions = byException ? new BoundedGroups(nameof(ErrorGroupKey.Exception), OtherExceptions) : null;
        _open = new OpenErrors(Count, byPattern, masks);
    }

    /// <summary>Most counters of a partition see no errors.</summary>
    private ExceptionNameCache Names => _names ??= new ExceptionNameCache();

    /// <summary>
    /// A counter of the same log that has counted nothing yet; mostly one that was merged. The parts of a log have the same messages, so that its tables need not be
    /// made again.
    /// </summary>
    public ErrorKinds Fork()
    {
        ErrorKinds fork = _merged.TryTake(out ErrorKinds? merged) ? merged : new(_lowest, _highest, _patterns is not null, _exceptions is not null, _masks);
        _patterns?.Teach(fork._patterns!);
        return fork;
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">When its entry was logged.</param>
    public void Add(in LogLine line, DateTimeOffset? time)
    {
        if (line.Level < _lowest || line.Level > _highest)
        {
            return;
        }

        if (line.IsContinuation)
        {
            _open.Continue(in line);
        }
        else
        {
            _open.Begin(in line, new EntryOrigin(time, line.Level, line.Path));
        }
    }

    /// <summary>Adds what a fork has counted, which is not used any more.</summary>
    public void Merge(ErrorKinds other)
    {
        _open.Complete();
        other._open.Complete();
        _patterns?.Merge(other._patterns!);
        _exceptions?.Merge(other._exceptions!);
        other.Clear();
        if (_merged.Count < MaxMerged)
        {
            _merged.Add(other);
        }
    }

    /// <summary>Adds patterns that were counted elsewhere, or templates of them. Only where patterns are counted.</summary>
    public void AddPatterns(IEnumerable<LogErrorGroup> patterns) => _patterns!.Add(patterns);

    /// <summary>Adds an exception that was counted elsewhere. Only where exceptions are counted.</summary>
    public void AddException(LogErrorGroup exception) => _exceptions!.Add(exception);

    /// <summary>The templates of which patterns are made. Only where patterns are counted.</summary>
    public LogErrorGroup[] ToTemplates()
    {
        _open.Complete();
        return _patterns!.ToMasks();
    }

    /// <summary>The patterns, the most frequent first, then by name; what was given up last. None where they are not counted. Open entries are counted as they are now.</summary>
    public LogErrorGroup[] ToPatterns()
    {
        _open.Complete();
        return _patterns?.ToGroups() ?? [];
    }

    /// <summary>The exceptions, the most frequent first, then by name; what was given up last. None where they are not counted. Open entries are counted as they are now.</summary>
    public LogErrorGroup[] ToExceptions()
    {
        _open.Complete();
        return _exceptions?.ToGroups() ?? [];
    }

    /// <summary>Forgets all that was counted. What was merged here is not used again: it remembers groups that are of other messages from now on.</summary>
    private void Clear()
    {
        _patterns?.Clear();
        _exceptions?.Clear();
        _merged.Clear();
    }

    private void Count(OpenError error)
    {
        string? exception = _exceptions is not null || error.HasTrace ? error.ExceptionName(Names) : null;
        if (exception is not null)
        {
            _exceptions?.GroupOf(exception).Add(error);
        }

        _patterns?.Add(error, error.HasTrace ? exception : null);
    }
}
