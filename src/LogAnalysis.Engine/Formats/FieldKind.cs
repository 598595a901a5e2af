namespace LogAnalysis.Formats;

/// <summary>What a named field of a log line is to us.</summary>
internal enum FieldKind
{
    None,
    Level,
    Timestamp,
    Message,

    /// <summary>A status by a name that nothing else has: <c>status_code</c>.</summary>
    HttpStatus,

    /// <summary>A status by a name that many things have; it counts only beside a request.</summary>
    Status,
    Method,
    Url,
    Client,
    Bytes,
}
