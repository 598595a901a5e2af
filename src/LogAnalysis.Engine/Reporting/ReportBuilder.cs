using LogAnalysis.Counting;
using LogAnalysis.Fields;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Reporting.Findings;
using LogAnalysis.Times;

namespace LogAnalysis.Reporting;

/// <summary>Counts everything that a report has, line by line.</summary>
internal sealed class ReportBuilder : ILogCounter
{
    private readonly ReportOptions _options;
    private readonly LevelCounter _levels = new();
    private readonly LineTotals _totals = new();
    private readonly WeekCounter _week = new();
    private readonly Timeline _timeline;
    private readonly ReportPatterns _patterns;
    private readonly ResponseCounter _responses;
    private readonly ReportPaths _paths = new();
    private readonly FormatSet _formats = new();
    private readonly ReportNotes _notes = new();
    private readonly CountBudget _budget = new();
    private TimeRange _times;

    /// <summary>A report of nothing yet.</summary>
    /// <param name="options">What it shows.</param>
    public ReportBuilder(ReportOptions options)
        : this(options, new Timeline(options.BucketSize), new ReportPatterns(options.Masks), new ResponseCounter())
    {
    }

    private ReportBuilder(ReportOptions options, Timeline timeline, ReportPatterns patterns, ResponseCounter responses)
    {
        _options = options;
        _timeline = timeline;
        _patterns = patterns;
        _responses = responses;
    }

    /// <inheritdoc/>
    public int PartitionSize => 1 << 20;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        _levels.Add(in line);
        _totals.Add(in line);
        _paths.Add(line.Path);
        DateTimeOffset? time = line.IsContinuation ? null : line.ParseTimestamp();
        _patterns.Add(in line, time);
        if (line.IsContinuation)
        {
            return;
        }

        _formats.Add(line.Format);
        _times.Add(time);
        _paths.Add(line.Path, line.Level, time);
        if (time is not null)
        {
            _notes.Add(in line);
            _timeline.Add(time.Value, line.Level, line.Fields.Status);
            _week.Add(time.Value, line.Level);
        }

        if (line.Fields.Status > 0)
        {
            _responses.Add(in line, time);
        }
    }

    /// <inheritdoc/>
    public void AddFile(string path) => _paths.Add(path);

    /// <summary>Notes that a file could not be read, or not to its end.</summary>
    public void Add(LogFileException failure) => _notes.Add(failure);

    /// <inheritdoc/>
    public ILogCounter Fork() => new ReportBuilder(_options, _timeline.Fork(), _patterns.Fork(), _responses.Fork());

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (ReportBuilder)partition;
        _levels.Merge(other._levels);
        _totals.Merge(other._totals);
        _timeline.Merge(other._timeline);
        _week.Merge(other._week);
        _patterns.Merge(other._patterns);
        _responses.Merge(other._responses);
        _paths.Merge(other._paths);
        _notes.Add(other._notes.State);
        _formats.Add(other._formats.Names);
        _times.Merge(other._times);
    }

    /// <summary>Adds another report. For counts and times the result is that of all the lines read together.</summary>
    /// <exception cref="InvalidDataException">What the report was made of cannot be read.</exception>
    public void Add(LogReport report) => Add(ReportState.Of(report));

    /// <summary>Adds what another report was made of.</summary>
    /// <exception cref="InvalidDataException">Its counts, added to those before, exceed every log.</exception>
    public void Add(ReportState state)
    {
        if (!_budget.TryTake(ReportStateCheck.SumOf(state)))
        {
            throw new InvalidDataException("Its counts, added to those of the reports before, exceed what any log can have.");
        }

        _levels.Add(state.Lines, state.Levels);
        _totals.Merge(state.Totals);
        string[] paths = _paths.Add(state);
        _notes.Add(state.Notes);
        _formats.Add(state.Formats);
        _times.Add(state.From);
        _times.Add(state.To);
        _week.Merge(state.WeekEntries, state.WeekErrors);
        Array.ForEach(state.Timeline, bucket => _timeline.Add(bucket, state.BucketSize));
        _patterns.Add(state, paths);
        _responses.Add(state);
    }

    /// <summary>Adds a response as an entry of one line.</summary>
    public void Add(LogStatusCode response)
    {
        LogLevel level = LevelRules.OfStatus(response.Code);
        _levels.Add(level, 1);
        _totals.Add(response);
        _paths.Add(response.Path);
        _paths.Add(response.Path, level, response.Timestamp);
        _times.Add(response.Timestamp);
        if (response.Timestamp is DateTimeOffset time)
        {
            _timeline.Add(time, level, response.Code);
            _week.Add(time, level);
        }

        _patterns.Add(response);
        _responses.Add(response);
    }

    /// <summary>Adds responses that were counted by status, each as an entry of one line.</summary>
    public void Add(LogStatusCodeCount count)
    {
        _levels.Add(LevelRules.OfStatus(count.Code), count.Count);
        _responses.Add(count);
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
        _patterns.Add(group);
    }

    /// <summary>Adds errors that were counted. The level of what is neither error nor warning is unknown.</summary>
    public void Add(LogErrorSummary summary)
    {
        _levels.Add(summary);
        _paths.Add(summary);
        _times.Add(summary.FirstError);
        _times.Add(summary.LastError);
    }

    /// <summary>The report of all that was added so far.</summary>
    /// <param name="window">The span of time that it is of; null for all time.</param>
    public LogReport Build(TimeWindow? window = null)
    {
        (LogErrorGroup[] patterns, LogErrorGroup[] warnings, LogErrorGroup[] exceptions) = (_patterns.Errors, _patterns.Warnings, _patterns.Exceptions);
        ReportState state = ToState(exceptions, out string[] counted);
        Func<string, string> shown = _paths.ToNames(_levels.Lines);
        TimeSpan offset = _times.First?.Offset ?? TimeSpan.Zero;
        TimelineView timeline = _timeline.ToView(offset);
        var selection = new GroupSelection(_options.Top, shown, timeline);
        var endpoints = new EndpointLists(_responses.Requests, _options.Top);
        var report = new LogReport
        {
            Host = _paths.Hosts(_levels.Lines),
            Paths = [.. counted.Select(shown).Order(StringComparer.Ordinal)],
            Formats = _formats.Names,
            From = _times.First,
            To = _times.Last,
            ErrorRate = _levels.ErrorRate,
            Findings = new FindingSearch(timeline.Kept, (long)_timeline.KeptSize.TotalSeconds, offset).Find(patterns, exceptions),
            Notes = _notes.ToTexts(timeline, offset),
            Files = _paths.ToFiles(counted, shown),
            Levels = _levels.ToCounts(),
            ErrorPatterns = selection.Select(patterns),
            ErrorPatternCount = patterns.Length,
            WarningPatterns = selection.Select(warnings),
            WarningPatternCount = warnings.Length,
            Exceptions = selection.Select(exceptions),
            ExceptionCount = exceptions.Length,
            StatusCodes = _responses.StatusCodes,
            Timeline = timeline.Buckets,
            BucketSize = timeline.BucketSize,
            Hours = _week.ToCounts(_times.Last - _times.First),
            TopUrls = endpoints.Top,
            UrlCount = endpoints.Count,
            FailingUrls = endpoints.Failing,
            SlowestUrls = endpoints.Slowest,
            TopMethods = endpoints.Methods,
            TopClients = EndpointLists.Clients(_responses.Clients, _responses.ClientErrors, _responses.ServerErrors, _options.Top),
            UserAgents = _responses.UserAgents.ToCounts(),
            Protocols = _responses.Protocols.ToCounts(),
            ResponseBytes = _responses.ResponseBytes,
            ResponseTime = _responses.Durations.ToPercentiles(),
            WindowStart = window?.Start,
            WindowEnd = window?.End,
            MergeState = new LogMergeState(state.ToString),
        };
        _totals.SetOn(report, _levels);
        return report;
    }

    private ReportState ToState(LogErrorGroup[] exceptions, out string[] counted)
    {
        (string[] names, string[] paths, string[] hosts, int[] pathHosts) = _paths.ToState(_levels.Lines);
        counted = names;
        return new ReportState
        {
            Paths = paths,
            Hosts = hosts,
            PathHosts = pathHosts,
            Files = _paths.ToFileStates(names),
            Formats = _formats.Names,
            Notes = _notes.State,
            From = _times.First,
            To = _times.Last,
            Lines = _levels.Lines,
            Totals = _totals.ToArray(),
            Levels = _levels.ToArray(),
            StatusCodes = _responses.StatusCodes,
            Timeline = _timeline.ToKept(),
            BucketSize = _timeline.KeptSize,
            WeekEntries = _week.Entries,
            WeekErrors = _week.Errors,
            ShownBucketSize = _timeline.AskedSize ?? TimeSpan.Zero,
            Errors = [.. _patterns.ErrorTemplates.Select(template => TemplateState.Of(template, names))],
            Warnings = [.. _patterns.WarningTemplates.Select(template => TemplateState.Of(template, names))],
            Exceptions = [.. exceptions.Select(exception => TemplateState.Of(exception, names))],
            Requests = RequestsState.Of(_responses.Requests),
            Clients = HeavyHittersState.Of(_responses.Clients),
            ClientErrors = HeavyHittersState.Of(_responses.ClientErrors),
            ServerErrors = HeavyHittersState.Of(_responses.ServerErrors),
            UserAgents = [.. _responses.UserAgents.ToCounts().Select(agent => new UserAgentState(agent.Family, agent.Count, agent.Errors))],
            Protocols = _responses.Protocols.ToCounts().ToDictionary(protocol => protocol.Value, protocol => protocol.Count),
            ResponseBytes = _responses.ResponseBytes,
            Durations = [.. _responses.Durations.ToPairs()],
            MaxDuration = _responses.Durations.Max,
        };
    }
}
