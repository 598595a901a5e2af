namespace LogAnalysis.Formats;

/// <summary>The names that loggers give to the fields we read; case does not matter.</summary>
/// <remarks>
/// Sources: Serilog's compact format (<c>@t</c>, <c>@l</c>, <c>@m</c>, <c>@mt</c>) and its older one (<c>RenderedMessage</c>,
/// <c>MessageTemplate</c>), structlog (<c>event</c>), pino and bunyan (<c>level</c>, <c>time</c>,
/// <c>msg</c>), logstash-logback-encoder (<c>@timestamp</c>), zap (<c>ts</c>), python-json-logger (<c>levelname</c>,
/// <c>asctime</c>), the Elastic Common Schema's flat names (<c>log.level</c>, <c>http.response.status_code</c>, <c>url.path</c>).
/// </remarks>
internal static class FieldNames
{
    private static readonly WordTable<FieldKind> Names = new(
        (FieldKind.Level, "level lvl severity loglevel log_level log.level levelname @l"),
        (FieldKind.Timestamp, "ts t time timestamp @timestamp @t date datetime asctime"),
        (FieldKind.Message, "msg message @m @mt renderedmessage messagetemplate event"),
        (FieldKind.HttpStatus, "statuscode status_code http_status httpstatus response_status http.response.status_code"),
        (FieldKind.Status, "status"),
        (FieldKind.Method, "method request_method requestmethod http_method http.request.method"),
        (FieldKind.Url, "url uri path request_uri requestpath request_path url.path url.original"),
        (FieldKind.Client, "remote_addr remote_ip client_ip clientip client.ip client.address"),
        (FieldKind.Bytes, "body_bytes_sent bytes_sent response_bytes http.response.bytes http.response.body.bytes"));

    private static readonly WordTable<bool> Containers = new((true,
        "@fields fields log attributes http httprequest request req response res url client"));

    /// <summary>Whether an object of this name holds fields of the line itself, as <c>"request": {"method": "GET"}</c> does.</summary>
    public static bool IsContainer(ReadOnlySpan<byte> name) => Containers.Contains(name);

    /// <summary>The field that a name stands for.</summary>
    public static FieldKind Find(ReadOnlySpan<byte> name) => Names.TryFind(name, out FieldKind field) ? field : FieldKind.None;
}
