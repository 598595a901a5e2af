using LogAnalysis.Counting;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Reporting;

/// <summary>What a report counts by kind: errors by patterns and by exceptions, and warnings by patterns.</summary>
internal sealed class ReportPatterns
{
    private readonly ErrorKinds _errors;
    private readonly ErrorKinds _warnings;

    /// <summary>Counts nothing yet.</summary>
    /// <param name="masks">What is a value in messages besides; null for nothing.</param>
    public ReportPatterns(MessageMasks? masks)
        : this(new ErrorKinds(LogLevel.Error, masks: masks), new ErrorKinds(LogLevel.Warning, LogLevel.Warning, byException: false, masks: masks))
    {
    }

    private ReportPatterns(ErrorKinds errors, ErrorKinds warnings) => (_errors, _warnings) = (errors, warnings);

    /// <summary>The patterns of errors, the most frequent first.</summary>
    public LogErrorGroup[] Errors => _errors.ToPatterns();

    /// <summary>The patterns of warnings, the most frequent first.</summary>
    public LogErrorGroup[] Warnings => _warnings.ToPatterns();

    /// <summary>The exceptions, the most frequent first.</summary>
    public LogErrorGroup[] Exceptions => _errors.ToExceptions();

    /// <summary>The templates of errors, by which reports merge.</summary>
    public LogErrorGroup[] ErrorTemplates => _errors.ToTemplates();

    /// <summary>The templates of warnings, by which reports merge.</summary>
    public LogErrorGroup[] WarningTemplates => _warnings.ToTemplates();

    /// <summary>A counter of the same log that has counted nothing yet.</summary>
    public ReportPatterns Fork() => new(_errors.Fork(), _warnings.Fork());

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">When its entry was logged.</param>
    public void Add(in LogLine line, DateTimeOffset? time)
    {
        _errors.Add(in line, time);
        if (line.Fields.Status is < 400 or >= 500)
        {
            // Requests that fail for the client's fault are counted by their endpoints.
            _warnings.Add(in line, time);
        }
    }

    /// <summary>Adds a response whose line is not at hand, if it is an error.</summary>
    public void Add(LogStatusCode response)
    {
        if (LevelRules.OfStatus(response.Code) >= LogLevel.Error)
        {
            _errors.AddPatterns([ResponseGroup.Of(response, nameof(ErrorGroupKey.Pattern), ResponseGroup.TemplateOf(response))]);
        }
    }

    /// <summary>Adds errors that were grouped, if by what a report groups them.</summary>
    public void Add(LogErrorGroup group)
    {
        if (group.By == nameof(ErrorGroupKey.Pattern))
        {
            _errors.AddPatterns([group]);
        }
        else if (group.By == nameof(ErrorGroupKey.Exception))
        {
            _errors.AddException(group);
        }
    }

    /// <summary>Adds what another report was made of.</summary>
    /// <param name="state">That.</param>
    /// <param name="paths">The names of its files here.</param>
    public void Add(ReportState state, string[] paths)
    {
        _errors.AddPatterns(state.Errors.Select(template => template.ToGroup(paths)));
        _warnings.AddPatterns((state.Warnings ?? []).Select(template => template.ToGroup(paths)));
        Array.ForEach(state.Exceptions ?? [], exception => _errors.AddException(exception.ToGroup(paths)));
    }

    /// <summary>Adds what a fork has counted, which is not used any more.</summary>
    public void Merge(ReportPatterns other)
    {
        _errors.Merge(other._errors);
        _warnings.Merge(other._warnings);
    }
}
