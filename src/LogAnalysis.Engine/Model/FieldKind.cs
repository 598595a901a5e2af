namespace LogAnalysis.Model;

/// <summary>
/// What a field of a log line is to us. Those before <see cref="Level"/> are kept as ranges of the line, see <see cref="LineFields"/>; the rest
/// are read at once.
/// </summary>
internal enum FieldKind
{
    /// <summary>A field that we do not use.</summary>
    None = -1,

    // The time. It comes as a whole from one place.
    Timestamp,

    /// <summary>The date, where it is a field apart from the time of day.</summary>
    Date,

    /// <summary>The nanoseconds of the second, beside a time in whole seconds.</summary>
    Nanoseconds,

    /// <summary>The zone of a time whose date is a field apart.</summary>
    Zone,

    // What any entry can have.
    Message,

    /// <summary>An address or a host name.</summary>
    Client,

    // What an entry has that reports a response.

    /// <summary>A request line, <c>GET /path HTTP/1.1</c>.</summary>
    Request,
    Method,
    Url,
    Bytes,

    /// <summary>As a named field: in seconds where it has a fraction, otherwise in milliseconds; or with a unit of its own.</summary>
    Duration,

    /// <summary>The browser or program of the client, where it is a field of its own; <see cref="LogFormat.FindUserAgent"/> finds it elsewhere.</summary>
    UserAgent,

    // What is read at once.

    /// <summary>A level: a word, or a number on a scale that its size and the other fields tell.</summary>
    Level,

    /// <summary>A level by the name that syslog has for it: a small number is one of syslog.</summary>
    Severity,

    /// <summary>A syslog severity, 0 to 7.</summary>
    SyslogSeverity,

    /// <summary>A severity of OpenTelemetry, 1 to 24.</summary>
    OtelSeverity,

    /// <summary>A level of Python's, 10 to 50.</summary>
    PythonLevel,

    /// <summary>A level of Application Insights, 0 to 4.</summary>
    InsightsLevel,

    /// <summary>A level of Windows' events: a word, perhaps translated, or a number from 0 to 5.</summary>
    WindowsLevel,

    /// <summary>A type of Windows' older events: a word, or a number that is a power of two.</summary>
    WindowsEntryType,

    /// <summary>A level of SharePoint's.</summary>
    SharePointLevel,

    /// <summary>The number of an event of Windows' DHCP server.</summary>
    DhcpEvent,

    /// <summary>A letter of MongoDB's.</summary>
    MongoSeverity,

    /// <summary>A status by a name that only HTTP statuses have: <c>status_code</c>.</summary>
    HttpStatus,

    /// <summary>A status by a name that many things have; it counts only beside a request.</summary>
    Status,
    DurationSeconds,
    DurationMilliseconds,
    DurationMicroseconds,
    DurationNanoseconds,

    /// <summary>A protocol, or the name or port of a service: what is not HTTP has no status of HTTP.</summary>
    Service,

    /// <summary>A time by a name that things have too that an entry is about; it counts where there is no other.</summary>
    OtherTime,

    // What tells the scale of a level that is a number.

    /// <summary>Only Nextcloud has it: levels are numbers from 0 to 4 then.</summary>
    NextcloudMark,

    /// <summary>Only entries of syslog or GELF have it: levels are numbers from 0 to 7 then.</summary>
    SyslogMark,

    /// <summary>A message that only GELF calls so.</summary>
    SyslogMessage,

    /// <summary>Only Windows' events have it: levels are numbers from 0 to 5 then.</summary>
    WindowsMark,

    /// <summary>A time that is such a mark, too.</summary>
    WindowsTime,

    // Records of CloudTrail.

    /// <summary>Only they have it.</summary>
    CloudTrailMark,
    ErrorCode,
    ErrorMessage,
    EventName,

    /// <summary>Only Rails' Lograge has it: durations are milliseconds then.</summary>
    RailsMark,

    /// <summary>The client's address with its port.</summary>
    ClientWithPort,

    /// <summary>Only Traefik has it: durations are nanoseconds then.</summary>
    TraefikStatus,

    /// <summary>Words about the entry, of which one may be its level.</summary>
    Tags,
}
