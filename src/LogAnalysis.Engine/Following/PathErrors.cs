using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Reports what goes wrong at a path: once, until something has succeeded or something else goes wrong.</summary>
internal sealed class PathErrors(Action<LogFileException> report)
{
    private LogFileErrorKind? _reported;

    /// <summary>Something has succeeded.</summary>
    public void Clear() => _reported = null;

    /// <summary>Something went wrong that may go wrong again at each look.</summary>
    public void Report(LogFileException failure)
    {
        if (_reported != failure.Kind)
        {
            _reported = failure.Kind;
            report(failure);
        }
    }

    /// <summary>Something went wrong that is not tried again.</summary>
    public void ReportFinal(LogFileException failure) => report(failure);
}
