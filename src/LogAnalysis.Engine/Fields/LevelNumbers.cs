namespace LogAnalysis.Fields;

/// <summary>The scales on which loggers give levels as numbers.</summary>
internal static class LevelNumbers
{
    /// <summary>
    /// A number under a name that many use. Its size tells the scale: from 10 to 60 that of pino and bunyan, from 100 on that of Monolog. Of a smaller
    /// one, other fields tell it, see <see cref="LevelScale"/>.
    /// </summary>
    public static LogLevel Guess(int number) => number switch
    {
        < 10 => LogLevel.Unknown,
        < 20 => LogLevel.Trace,
        < 30 => LogLevel.Debug,
        < 40 => LogLevel.Information,
        < 50 => LogLevel.Warning,
        < 60 => LogLevel.Error,
        < 100 => LogLevel.Critical,
        < 200 => LogLevel.Debug,
        < 250 => LogLevel.Information,
        < 300 => LogLevel.Notice,
        < 400 => LogLevel.Warning,
        < 500 => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    /// <summary>Windows' events: 0 to 5. What is always logged has 0.</summary>
    /// <remarks>Source: Windows, <c>StandardEventLevel</c>.</remarks>
    public static LogLevel OfWindows(int number) => number switch
    {
        1 => LogLevel.Critical,
        2 => LogLevel.Error,
        3 => LogLevel.Warning,
        0 or 4 => LogLevel.Information,
        5 => LogLevel.Trace,
        _ => LogLevel.Unknown,
    };

    /// <summary>Nextcloud: 0 to 4.</summary>
    /// <remarks>Source: Nextcloud administration manual, "Logging", <c>loglevel</c>.</remarks>
    public static LogLevel OfNextcloud(int number) => number switch
    {
        0 => LogLevel.Debug,
        1 => LogLevel.Information,
        2 => LogLevel.Warning,
        3 => LogLevel.Error,
        4 => LogLevel.Critical,
        _ => LogLevel.Unknown,
    };

    /// <summary>Application Insights: 0 to 4.</summary>
    /// <remarks>Source: Azure Monitor, <c>SeverityLevel</c>.</remarks>
    public static LogLevel OfInsights(int number) => number == 0 ? LogLevel.Trace : OfNextcloud(number);

    /// <summary>Python: 10 to 50, with whatever a program put between them.</summary>
    /// <remarks>Source: Python documentation, "Logging Levels".</remarks>
    public static LogLevel OfPython(int number) => number switch
    {
        < 10 => LogLevel.Trace,
        < 20 => LogLevel.Debug,
        < 30 => LogLevel.Information,
        < 40 => LogLevel.Warning,
        < 50 => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    /// <summary>OpenTelemetry: 1 to 24, four to a level; 0 says nothing.</summary>
    /// <remarks>Source: OpenTelemetry, Logs Data Model, "Field: SeverityNumber".</remarks>
    public static LogLevel OfOtel(int number) => number switch
    {
        < 1 => LogLevel.Unknown,
        <= 4 => LogLevel.Trace,
        <= 8 => LogLevel.Debug,
        <= 12 => LogLevel.Information,
        <= 16 => LogLevel.Warning,
        <= 20 => LogLevel.Error,
        <= 24 => LogLevel.Critical,
        _ => LogLevel.Unknown,
    };
}
