using LogAnalysis.Counting;
using LogAnalysis.Formats;

namespace LogAnalysis.Reporting;

/// <summary>Counts everything that a report tells, line by line.</summary>
internal sealed class ReportBuilder : ILogSink
{
    private readonly LevelCounter _levels = new();
    private readonly StatusCodeCounter _statusCodes = new(StatusCodeFilter.All);
    private readonly Timeline _timeline = new();
    private readonly PathSet _paths = new();
    private readonly SortedSet<string> _formats = new(StringComparer.Ordinal);
    private LogFormat? _lastFormat;
    private TimeRange _times;
    private long _bytes;
    private long? _responseBytes;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        _levels.Add(in line);
        _paths.Add(line.Path);
        _bytes += line.ByteCount;
        if (line.IsContinuation)
        {
            return;
        }

        AddFormat(line.Format);
        DateTimeOffset? time = line.ParseTimestamp();
        _times.Add(time);
        _statusCodes.Add(line.Fields.Status, time);
        if (LogStatusCode.ReadBytes(in line) is long bytes)
        {
            _responseBytes = (_responseBytes ?? 0) + bytes;
        }

        if (time is not null)
        {
            _timeline.Add(time.Value, line.Level, line.Fields.Status);
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path) => _paths.Add(path);

    /// <summary>Adds another report. For counts and times the result is that of all the lines read together.</summary>
    public void Add(LogReport report)
    {
        _levels.Add(report.Lines, report.Levels);
        Array.ForEach(report.Paths, _paths.Add);
        _formats.UnionWith(report.Formats);
        _times.Add(report.From);
        _times.Add(report.To);
        _bytes += report.Bytes;
        Array.ForEach(report.StatusCodes, _statusCodes.Add);
        Array.ForEach(report.Timeline, bucket => _timeline.Add(bucket, report.BucketSize));
        _responseBytes = report.ResponseBytes is null ? _responseBytes : (_responseBytes ?? 0) + report.ResponseBytes;
    }

    /// <summary>The report of all that was added so far.</summary>
    public LogReport Build() => new()
    {
        Paths = _paths.ToArray(),
        Formats = [.. _formats],
        From = _times.First,
        To = _times.Last,
        Bytes = _bytes,
        Lines = _levels.Lines,
        Entries = _levels.Entries,
        Errors = _levels.Errors,
        Warnings = _levels[LogLevel.Warning],
        ErrorRate = _levels.ErrorRate,
        Levels = _levels.ToCounts(),
        StatusCodes = _statusCodes.ToCounts(),
        Timeline = _timeline.ToBuckets(),
        BucketSize = _timeline.BucketSize,
        ResponseBytes = _responseBytes,
    };

    private void AddFormat(LogFormat format)
    {
        if (!ReferenceEquals(format, _lastFormat))
        {
            _lastFormat = format;
            _formats.Add(format.Name);
        }
    }
}
