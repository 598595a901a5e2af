using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Querying;

/// <summary>The fields that have a common name. <c>docs/fields.md</c> is made of this table.</summary>
/// <remarks>
/// Sources, beside those of <see cref="FieldNames"/>: Elastic Common Schema 8, field reference; OpenTelemetry, semantic conventions for HTTP, exceptions
/// and threads; W3C Extended Log File Format as IIS names its fields; the properties of Windows' <c>EventLogRecord</c>; Serilog's and
/// Microsoft.Extensions.Logging's properties; journald's fields; nginx' and Apache's variables.
/// </remarks>
internal static class CommonFields
{
    private static readonly WordTable<(CommonField Field, int Rank)> BySpelling;

    static CommonFields()
    {
        All =
        [
            Create("Host", "The machine, or the virtual host, that logged", "host hostname host.name host_name machinename machine_name computer computername computer_name s-computername _hostname nodename node_name vhost server_name"),
            Create("Process", "The program", "process processname process_name process.name program programname app appname app_name application application_name syslog_identifier ident _comm service service.name service_name"),
            Create("ProcessId", "The number of its process", "processid process_id process.pid pid procid syslog_pid _pid"),
            Create("Thread", "The thread, by its name or number", "thread threadname thread_name thread.name process.thread.name threadid thread_id thread.id process.thread.id tid"),
            Create("Logger", "The logger, category or module", "logger sourcecontext category logger_name loggername logger.name log.logger categoryname providername provider_name scope.name module component"),
            Create("Client", "The address of the client", "client remote_host", FieldKind.Client, FieldKind.ClientWithPort),
            Create("User", "Who is logged on", "user username user_name user.name cs-username remote_user usr uid userid user_id user.id account_name subjectusername targetusername"),
            Create("Method", "The method of the request", string.Empty, FieldKind.Method),
            Create("Url", "The URL of the request", string.Empty, FieldKind.Url),
            Create("Protocol", "The protocol of the request", "protocol cs-version cs-protocol server_protocol http_version http.version network.protocol.name"),
            Create("StatusCode", "The HTTP status of the response", string.Empty, FieldKind.HttpStatus, FieldKind.TraefikStatus, FieldKind.Status),
            Create("Bytes", "The size of the response", string.Empty, FieldKind.Bytes),
            Create("Duration", "How long it took, in the unit of the log", string.Empty, FieldKind.Duration, FieldKind.DurationSeconds, FieldKind.DurationMilliseconds, FieldKind.DurationMicroseconds, FieldKind.DurationNanoseconds),
            Create("Referrer", "The page from which the request came", "referrer referer cs(referer) http_referer http_referrer http.request.referrer request_referer"),
            Create("UserAgent", "The browser or program of the client", "useragent user_agent user-agent cs(user-agent) http_user_agent user_agent.original agent ua"),
            Create("TraceId", "What the entries of one request have in common", "traceid trace_id trace.id trace-id trace @tr oteltraceid otel_trace_id dd.trace_id correlationid correlation_id correlation-id requestid request_id request-id x-request-id req_id http.request.id request.id req.id"),
            Create("Exception", "The exception", "exception exceptiontype exception_type exception.type exceptionclass @x exc_info error.type error_type err.type stack_trace"),
            Create("EventId", "The number or name of the event", "eventid event_id event.id eventcode event_code event.code messageid message_id msgid @i"),
        ];
        BySpelling = new WordTable<(CommonField Field, int Rank)>([.. All.SelectMany(field => field.Spellings.Select((spelling, rank) => ((field, rank), spelling)))]);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommonField> All { get; }

    /// <summary>The common field that a name stands for.</summary>
    /// <param name="name">The name, as a log or a user writes it.</param>
    /// <param name="rank">Receives the place of the name among the names of the field: of several in a log, the first one counts.</param>
    public static CommonField? Find(ReadOnlySpan<byte> name, out int rank)
    {
        bool isKnown = BySpelling.TryFind(name, out (CommonField Field, int Rank) found);
        rank = found.Rank;
        return isKnown ? found.Field : null;
    }

    private static CommonField Create(string name, string meaning, string spellings, params FieldKind[] kinds)
    {
        IEnumerable<string> known = spellings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(kinds.SelectMany(FieldNames.SpellingsOf));
        return new CommonField(name, meaning, [.. known.Prepend(name.ToLowerInvariant()).Distinct()], kinds.Length == 0 ? FieldKind.None : kinds[0]);
    }
}
