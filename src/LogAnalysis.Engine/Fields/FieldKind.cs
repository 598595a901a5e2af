namespace LogAnalysis.Fields;

/// <summary>What a named field of a log line is to us.</summary>
internal enum FieldKind
{
    None,

    /// <summary>A level: a word, or a number on a scale that its size and the other fields tell.</summary>
    Level,

    /// <summary>A syslog severity, 0 to 7.</summary>
    SyslogSeverity,

    /// <summary>A severity of OpenTelemetry, 1 to 24.</summary>
    OtelSeverity,

    /// <summary>A level of Python's, 10 to 50.</summary>
    PythonLevel,

    /// <summary>A level of Application Insights, 0 to 4.</summary>
    InsightsLevel,

    /// <summary>A letter of MongoDB's.</summary>
    MongoSeverity,
    Timestamp,

    /// <summary>The nanoseconds of the second, beside a time in whole seconds.</summary>
    Nanoseconds,
    Message,

    /// <summary>A status by a name that nothing else has: <c>status_code</c>.</summary>
    HttpStatus,

    /// <summary>A status by a name that many things have; it counts only beside a request.</summary>
    Status,
    Request,
    Method,
    Url,
    Client,
    Bytes,

    /// <summary>A duration in seconds where it has a fraction, otherwise in milliseconds; or with a unit of its own.</summary>
    Duration,
    DurationSeconds,
    DurationMilliseconds,
    DurationNanoseconds,

    /// <summary>Only Nextcloud has it: levels are numbers from 0 to 4 then.</summary>
    NextcloudMark,

    /// <summary>Only Traefik has it: durations are nanoseconds then.</summary>
    TraefikStatus,
}
