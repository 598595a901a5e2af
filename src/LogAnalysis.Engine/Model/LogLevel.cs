namespace LogAnalysis;

/// <summary>How serious an entry is. The numbers ascend with severity, so levels compare.</summary>
public enum LogLevel
{
    /// <summary>The entry states no level, and nothing in it suggests one.</summary>
    Unknown = 0,

    /// <summary>Finest detail: <c>trace</c>, <c>verbose</c>, <c>finest</c>.</summary>
    Trace = 1,

    /// <summary>For developers: <c>debug</c>, syslog severity 7.</summary>
    Debug = 2,

    /// <summary>Ordinary course of events: <c>info</c>, syslog severity 6, an HTTP status below 400.</summary>
    Information = 3,

    /// <summary>Normal but significant: <c>notice</c>, syslog severity 5.</summary>
    Notice = 4,

    /// <summary>Something may go wrong: <c>warn</c>, syslog severity 4, an HTTP status of 400 to 499.</summary>
    Warning = 5,

    /// <summary>Something went wrong: <c>error</c>, <c>severe</c>, syslog severity 3, an HTTP status of 500 and above.</summary>
    Error = 6,

    /// <summary>The system is unusable or about to be: <c>fatal</c>, <c>emergency</c>, <c>panic</c>, syslog severities 0 to 2.</summary>
    Critical = 7,
}
