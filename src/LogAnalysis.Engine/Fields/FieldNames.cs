using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The names that loggers give to the fields we read; case does not matter.</summary>
/// <remarks>
/// Sources: Serilog's compact format (<c>@t</c>, <c>@l</c>, <c>@m</c>, <c>@mt</c>) and its older one (<c>RenderedMessage</c>,
/// <c>MessageTemplate</c>), structlog (<c>event</c>), pino and bunyan (<c>level</c>, <c>time</c>, <c>msg</c>),
/// logstash-logback-encoder (<c>@timestamp</c>), zap (<c>ts</c>), python-json-logger (<c>levelname</c>, <c>asctime</c>), Log4j's
/// JsonLayout (<c>instant</c>, <c>timeMillis</c>), Monolog (<c>level_name</c>), the Elastic Common Schema's flat and nested names,
/// OpenTelemetry's protocol in JSON (<c>timeUnixNano</c>, <c>severityNumber</c>), Google Cloud's LogEntry and HttpRequest, journald's
/// export (<c>PRIORITY</c>, <c>__REALTIME_TIMESTAMP</c>), GELF (<c>short_message</c>), Nextcloud (<c>reqId</c>), MongoDB (<c>s</c>,
/// <c>$date</c>), Cloudflare's Logpush, Traefik, Caddy, Envoy, Zeek, Azure Monitor's resource logs (<c>properties</c>), .NET's JSON console
/// (<c>State</c>), Elasticsearch's search (<c>_source</c>), Splunk's export (<c>result</c>), AWS CloudTrail (<c>eventSource</c>), Liberty's JSON logging
/// (<c>ibm_datetime</c>).
/// </remarks>
internal static class FieldNames
{
    private static readonly (FieldKind Kind, string Words)[] Rows =
    [
        (FieldKind.Level, "level lvl loglevel log_level log.level levelname level_name severitytext severity_text @l @level log_severity logseverity syslogseverity-text"),
        (FieldKind.Severity, "severity"),
        (FieldKind.WindowsLevel, "eventlevelname leveldisplayname"),
        (FieldKind.WindowsEntryType, "entrytype"),
        (FieldKind.SyslogSeverity, "priority prio pri syslog_severity syslogseverity"),
        (FieldKind.OtelSeverity, "severitynumber severity_number"),
        (FieldKind.PythonLevel, "levelno"),
        (FieldKind.InsightsLevel, "severitylevel"),
        (FieldKind.MongoSeverity, "s"),
        (FieldKind.Timestamp, "ts t time timestamp @timestamp @t date datetime asctime timemillis epochsecond timeunixnano $date started_at start_time startutc date/time time_local time_iso8601 __realtime_timestamp edgestarttimestamp eventtime date_and_time timestamp_ns timegenerated date-time time_micros _time log_timestamp logtimestamp log_time logtime time_stamp event_timestamp eventtimestamp event_time timewritten stagetimestamp logged_at ibm_datetime"),
        (FieldKind.OtherTime, "createdat created_at created creationtime creation_time createddatetime occurredat occurred_at recordedat recorded_at generatedat generated_at receivedat received_at receivetimestamp requestreceivedtimestamp lasttimestamp last_update utctime starttime starteddatetime requesttime"),
        (FieldKind.Nanoseconds, "nanoofsecond"),
        (FieldKind.Zone, "tz timezone time_zone"),
        (FieldKind.Message, "msg message @m @mt renderedmessage messagetemplate event textpayload body stringvalue log resultdescription log_message logmessage"),
        (FieldKind.HttpStatus, "statuscode status_code http_status httpstatus httpstatuscode http_status_code http.status_code response_status response_code responsestatus http.response.status_code edgeresponsestatus sc-status scstatus http.response.status responsecode ibm_responsecode"),
        (FieldKind.TraefikStatus, "downstreamstatus"),
        (FieldKind.Status, "status response resultcode"),
        (FieldKind.Tags, "tags"),
        (FieldKind.Request, "request"),
        (FieldKind.Method, "method httpmethod verb request_method requestmethod http_method http.request.method clientrequestmethod cs-method csmethod ibm_requestmethod"),
        (FieldKind.Url, "url uri path request_uri requestpath request_path requesturl requesturi url.path url.original clientrequesturi cs-uri-stem cs-uri csuristem urlstem http.request.uri ibm_uripath"),
        (FieldKind.Client, "remote_addr remote_ip remoteip client_ip clientip client.ip client.address clienthost remoteaddr remoteaddress id.orig_h c-ip cip clientipaddress sourceipaddress ip ibm_remotehost"),
        (FieldKind.Bytes, "body_bytes_sent bytes_sent response_bytes http.response.bytes http.response.body.bytes responsesize edgeresponsebytes downstreamcontentsize response_body_len sc-bytes scbytes responsebytes sentbytes http.response.written bytes size ibm_bytessent"),
        (FieldKind.Duration, "duration http.response.duration latency time-taken timetaken"),
        (FieldKind.DurationSeconds, "request_time duration_s"),
        (FieldKind.DurationMilliseconds, "responsetime response_time elapsed elapsed_ms elapsedmilliseconds duration_ms latency_ms timetakenms totalrequesttime"),
        (FieldKind.DurationMicroseconds, "time_taken_micros duration_us ibm_elapsedtime"),
        (FieldKind.DurationNanoseconds, "event.duration"),
        (FieldKind.UserAgent, "useragent user_agent user-agent cs(user-agent) http_user_agent user_agent.original"),
        (FieldKind.Service, "s-sitename s-port cs-version cs-protocol"),
        (FieldKind.ClientWithPort, "downstream_remote_address calleripaddress http.request.remoteaddr fwd"),
        (FieldKind.RailsMark, "controller"),
        (FieldKind.NextcloudMark, "reqid"),
        (FieldKind.SyslogMark, "facility syslog_facility syslogfacility syslog_identifier"),
        (FieldKind.SyslogMessage, "short_message"),
        (FieldKind.WindowsMark, "providername provider_name logname machinename"),
        (FieldKind.WindowsTime, "timecreated"),
        (FieldKind.CloudTrailMark, "eventsource"),
        (FieldKind.ErrorCode, "errorcode"),
        (FieldKind.ErrorMessage, "errormessage"),
        (FieldKind.EventName, "eventname"),
    ];

    private static readonly WordTable<FieldKind> Names = new(Rows);

    private static readonly WordTable<bool> Containers = new((true,
        "@fields fields log attributes http httprequest request req response res url client instant t body jsonpayload event source record time properties state _source result attr datetime"));

    /// <summary>Whether an object of this name holds fields of the line itself, as <c>"request": {"method": "GET"}</c> does.</summary>
    public static bool IsContainer(ReadOnlySpan<byte> name) => Containers.Contains(name);

    /// <summary>The field that a name stands for.</summary>
    public static FieldKind Find(ReadOnlySpan<byte> name) => Names.TryFind(name, out FieldKind field) ? field : FieldKind.None;

    /// <summary>The names of a field.</summary>
    public static IEnumerable<string> SpellingsOf(FieldKind kind) => Rows.Where(row => row.Kind == kind).SelectMany(row => row.Words.Split(' '));
}
