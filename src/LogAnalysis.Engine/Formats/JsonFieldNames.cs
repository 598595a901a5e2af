using System.Text;

namespace LogAnalysis.Formats;

/// <summary>The names that loggers give to the fields we read; case does not matter.</summary>
/// <remarks>
/// Sources: Serilog's compact format (<c>@t</c>, <c>@l</c>, <c>@m</c>, <c>@mt</c>), pino and bunyan (<c>level</c>, <c>time</c>,
/// <c>msg</c>), logstash-logback-encoder (<c>@timestamp</c>), zap (<c>ts</c>), python-json-logger (<c>levelname</c>,
/// <c>asctime</c>), the Elastic Common Schema's flat names (<c>log.level</c>, <c>http.response.status_code</c>, <c>url.path</c>).
/// </remarks>
internal static class JsonFieldNames
{
    private static readonly (byte[] Name, JsonField Field)[][] ByLength = Index(
        (JsonField.Level, "level lvl severity loglevel log_level log.level levelname @l"),
        (JsonField.Timestamp, "ts time timestamp @timestamp @t date datetime asctime"),
        (JsonField.Message, "msg message @m @mt"),
        (JsonField.HttpStatus, "statuscode status_code http_status httpstatus response_status http.response.status_code"),
        (JsonField.Status, "status"),
        (JsonField.Method, "method request_method requestmethod http_method http.request.method"),
        (JsonField.Url, "url uri path request_uri requestpath request_path url.path url.original"),
        (JsonField.Client, "remote_addr remote_ip client_ip clientip client.ip client.address"),
        (JsonField.Bytes, "body_bytes_sent bytes_sent response_bytes http.response.bytes http.response.body.bytes"));

    /// <summary>The field that a member's name stands for.</summary>
    public static JsonField Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= ByLength.Length)
        {
            return JsonField.None;
        }

        foreach ((byte[] known, JsonField field) in ByLength[name.Length])
        {
            if (Ascii.EqualsIgnoreCase(name, known))
            {
                return field;
            }
        }

        return JsonField.None;
    }

    private static (byte[] Name, JsonField Field)[][] Index(params (JsonField Field, string Names)[] table)
    {
        var pairs = table.SelectMany(row => row.Names.Split(' '), (row, name) => (Name: Encoding.ASCII.GetBytes(name), row.Field));
        var byLength = pairs.ToLookup(pair => pair.Name.Length);
        return [.. Enumerable.Range(0, byLength.Max(group => group.Key) + 1).Select(length => byLength[length].ToArray())];
    }
}
