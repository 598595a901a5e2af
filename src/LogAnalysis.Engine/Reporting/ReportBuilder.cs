using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Counts everything that a report tells, line by line.</summary>
internal sealed class ReportBuilder : ILogCounter
{
    private readonly ReportOptions _options;
    private readonly LevelCounter _levels = new();
    private readonly StatusCodeCounter _statusCodes = new(StatusCodeFilter.All);
    private readonly Timeline _timeline;
    private readonly ErrorGrouping _errors;
    private readonly HeavyHitters _urls;
    private readonly HeavyHitters _clients;
    private readonly DurationSketch _durations = new();
    private readonly PathSet _paths = new();
    private readonly SortedSet<string> _formats = new(StringComparer.Ordinal);
    private LogFormat? _lastFormat;
    private TimeRange _times;
    private long _bytes;
    private long _unparsed;
    private long? _responseBytes;

    /// <summary>A report of nothing yet.</summary>
    /// <param name="options">What it shows.</param>
    public ReportBuilder(ReportOptions options)
        : this(options, new Timeline(options.BucketSize), new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Error), new HeavyHitters(), new HeavyHitters())
    {
    }

    private ReportBuilder(ReportOptions options, Timeline timeline, ErrorGrouping errors, HeavyHitters urls, HeavyHitters clients)
    {
        _options = options;
        _timeline = timeline;
        _errors = errors;
        _urls = urls;
        _clients = clients;
    }

    /// <inheritdoc/>
    public int PartitionSize => 1 << 20;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        _levels.Add(in line);
        _paths.Add(line.Path);
        _bytes += line.ByteCount;
        DateTimeOffset? time = line.IsContinuation ? null : line.ParseTimestamp();
        _errors.Add(in line, time);
        if (line.IsContinuation)
        {
            return;
        }

        AddFormat(line.Format);
        _times.Add(time);
        if (time is not null)
        {
            _timeline.Add(time.Value, line.Level, line.Fields.Status);
        }

        if (line.Fields.Status > 0)
        {
            AddResponse(in line, time);
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path) => _paths.Add(path);

    /// <inheritdoc/>
    public ILogCounter Fork() => new ReportBuilder(_options, _timeline.Fork(), _errors.Fork(), _urls.Fork(), _clients.Fork());

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (ReportBuilder)partition;
        _levels.Merge(other._levels);
        _statusCodes.Merge(other._statusCodes);
        _timeline.Merge(other._timeline);
        _errors.Merge(other._errors);
        _urls.Merge(other._urls);
        _clients.Merge(other._clients);
        _durations.Merge(other._durations);
        _paths.Merge(other._paths);
        _formats.UnionWith(other._formats);
        _times.Merge(other._times);
        _bytes += other._bytes;
        _unparsed += other._unparsed;
        _responseBytes = other._responseBytes is null ? _responseBytes : (_responseBytes ?? 0) + other._responseBytes;
    }

    /// <summary>Adds another report. For counts and times the result is that of all the lines read together.</summary>
    /// <exception cref="InvalidDataException">What the report was made of cannot be read.</exception>
    public void Add(LogReport report) => Add(ReportState.Of(report));

    /// <summary>Adds what another report was made of.</summary>
    public void Add(ReportState state)
    {
        _levels.Add(state.Lines, state.Levels);
        Array.ForEach(state.Paths, _paths.Add);
        _formats.UnionWith(state.Formats);
        _times.Add(state.From);
        _times.Add(state.To);
        _bytes += state.Bytes;
        _unparsed += state.Unparsed;
        Array.ForEach(state.StatusCodes, _statusCodes.Add);
        Array.ForEach(state.Timeline, bucket => _timeline.Add(bucket, state.BucketSize));
        _errors.AddMasks(state.Errors.Select(mask => mask.ToMask(state.Paths)));
        state.Urls.AddTo(_urls);
        state.Clients.AddTo(_clients);
        _durations.Add(state.Durations, state.LongestDuration);
        _responseBytes = state.ResponseBytes is null ? _responseBytes : (_responseBytes ?? 0) + state.ResponseBytes;
    }

    /// <summary>Adds a response as an entry of one line.</summary>
    public void Add(LogStatusCode response)
    {
        LogLevel level = LevelRules.OfStatus(response.Code);
        _levels.Add(level, 1);
        _paths.Add(response.Path);
        _bytes += Encoding.UTF8.GetByteCount(response.Text) + 1;
        _times.Add(response.Timestamp);
        _statusCodes.Add(response.Code, response.Timestamp);
        if (response.Timestamp is DateTimeOffset time)
        {
            _timeline.Add(time, level, response.Code);
        }

        _errors.Add(response);
        if (response.RawUrl is not null)
        {
            _urls.Add(RequestTemplate.WithoutQuery(Encoding.UTF8.GetBytes(response.RawUrl)));
        }

        if (response.RawClient is not null)
        {
            _clients.Add(Encoding.UTF8.GetBytes(response.RawClient));
        }

        _responseBytes = response.Bytes is null ? _responseBytes : (_responseBytes ?? 0) + response.Bytes;
        if (response.Duration is TimeSpan duration)
        {
            _durations.Add(duration);
        }
    }

    /// <summary>Adds responses that were counted by status, each as an entry of one line.</summary>
    public void Add(LogStatusCodeCount count)
    {
        _levels.Add(LevelRules.OfStatus(count.Code), count.Count);
        _statusCodes.Add(count);
        _times.Add(count.First);
        _times.Add(count.Last);
    }

    /// <summary>Adds errors that were grouped, each as an entry of one line.</summary>
    public void Add(LogErrorGroup group)
    {
        _levels.Add(group.Level, group.Count);
        Array.ForEach(group.Paths, _paths.Add);
        _times.Add(group.First);
        _times.Add(group.Last);
        if (group.By == ErrorGroupKey.Pattern)
        {
            _errors.AddMasks([group]);
        }
    }

    /// <summary>Adds errors that were counted. Of what is neither error nor warning, the level is not known any more.</summary>
    public void Add(LogErrorSummary summary)
    {
        _levels.Add(summary);
        _paths.Add(summary.Path);
        _times.Add(summary.FirstError);
        _times.Add(summary.LastError);
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
        Unparsed = _unparsed,
        Levels = _levels.ToCounts(),
        ErrorPatterns = [.. _errors.ToGroups().Take(_options.Top)],
        StatusCodes = _statusCodes.ToCounts(),
        Timeline = _timeline.ToBuckets(),
        BucketSize = _timeline.BucketSize,
        TopUrls = _urls.ToTop(_options.Top),
        TopClients = _clients.ToTop(_options.Top),
        ResponseBytes = _responseBytes,
        ResponseTime = _durations.ToPercentiles(),
        MergeState = ToState().ToString(),
    };

    private ReportState ToState()
    {
        string[] paths = _paths.ToArray();
        return new ReportState
        {
            Paths = paths,
            Formats = [.. _formats],
            From = _times.First,
            To = _times.Last,
            Bytes = _bytes,
            Lines = _levels.Lines,
            Unparsed = _unparsed,
            Levels = _levels.ToArray(),
            StatusCodes = _statusCodes.ToCounts(),
            Timeline = _timeline.ToBuckets(),
            BucketSize = _timeline.BucketSize,
            Errors = [.. _errors.ToMasks().Select(mask => TemplateState.Of(mask, paths))],
            Urls = HeavyHittersState.Of(_urls),
            Clients = HeavyHittersState.Of(_clients),
            ResponseBytes = _responseBytes,
            Durations = _durations.ToPairs().ToDictionary(),
            LongestDuration = _durations.Max,
        };
    }

    private void AddResponse(in LogLine line, DateTimeOffset? time)
    {
        _statusCodes.Add(line.Fields.Status, time);
        Add(_urls, in line, HttpRequest.Of(in line).Url, isUrl: true);
        Add(_clients, in line, line.Fields.Client, isUrl: false);
        if (LogStatusCode.ReadBytes(in line) is long bytes)
        {
            _responseBytes = (_responseBytes ?? 0) + bytes;
        }

        if (line.ParseDuration() is TimeSpan duration)
        {
            _durations.Add(duration);
        }
    }

    private static void Add(HeavyHitters values, in LogLine line, ByteRange field, bool isUrl)
    {
        if (field.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> text = field.Of(line.Plain);
        if (line.Fields.HasEscapes && text.Contains((byte)'\\'))
        {
            text = Encoding.UTF8.GetBytes(line.Decode(field)!);
        }

        values.Add(isUrl ? RequestTemplate.WithoutQuery(text) : text);
    }

    private void AddFormat(LogFormat format)
    {
        _unparsed += format.IsFallback ? 1 : 0;
        if (!ReferenceEquals(format, _lastFormat))
        {
            _lastFormat = format;
            _formats.Add(format.Name);
        }
    }
}
