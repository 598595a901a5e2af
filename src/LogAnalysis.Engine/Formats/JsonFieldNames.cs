namespace LogAnalysis.Formats;

/// <summary>The names that loggers give to the fields we read; case does not matter.</summary>
/// <remarks>
/// Sources: Serilog's compact format (<c>@t</c>, <c>@l</c>, <c>@m</c>, <c>@mt</c>) and its older one (<c>RenderedMessage</c>,
/// <c>MessageTemplate</c>), structlog (<c>event</c>), pino and bunyan (<c>level</c>, <c>time</c>,
/// <c>msg</c>), logstash-logback-encoder (<c>@timestamp</c>), zap (<c>ts</c>), python-json-logger (<c>levelname</c>,
/// <c>asctime</c>), the Elastic Common Schema's flat names (<c>log.level</c>, <c>http.response.status_code</c>, <c>url.path</c>).
/// </remarks>
internal static class JsonFieldNames
{
    private static readonly WordTable<JsonField> Names = new(
        (JsonField.Level, "level lvl severity loglevel log_level log.level levelname @l"),
        (JsonField.Timestamp, "ts time timestamp @timestamp @t date datetime asctime"),
        (JsonField.Message, "msg message @m @mt renderedmessage messagetemplate event"),
        (JsonField.HttpStatus, "statuscode status_code http_status httpstatus response_status http.response.status_code"),
        (JsonField.Status, "status"),
        (JsonField.Method, "method request_method requestmethod http_method http.request.method"),
        (JsonField.Url, "url uri path request_uri requestpath request_path url.path url.original"),
        (JsonField.Client, "remote_addr remote_ip client_ip clientip client.ip client.address"),
        (JsonField.Bytes, "body_bytes_sent bytes_sent response_bytes http.response.bytes http.response.body.bytes"));

    /// <summary>The field that a member's name stands for.</summary>
    public static JsonField Find(ReadOnlySpan<byte> name) => Names.TryFind(name, out JsonField field) ? field : JsonField.None;
}
