using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>The names under which one JSON object holds many entries: <c>{"Records":[{...},{...}]}</c>.</summary>
/// <remarks>
/// Sources: AWS CloudTrail and event notifications (<c>Records</c>); Azure Monitor's resource logs in Event Hubs (<c>records</c>);
/// OpenTelemetry, "OTLP JSON File exporter" (<c>logRecords</c>); CloudWatch Logs, subscriptions (<c>logEvents</c>) and FilterLogEvents
/// (<c>events</c>); Google Cloud's Logging API, entries.list, and HAR files (<c>entries</c>); Elasticsearch's search (<c>hits</c>); lists of
/// REST interfaces: Azure and Microsoft Graph (<c>value</c>), Kubernetes (<c>items</c>), Datadog (<c>data</c>), Splunk (<c>results</c>),
/// Graylog (<c>messages</c>), and <c>logs</c>.
/// </remarks>
internal static class JsonBatches
{
    private static readonly WordTable<bool> Names = new((true,
        "records logrecords logevents events entries hits value items data results messages logs"));

    /// <summary>Whether a list of this name holds entries.</summary>
    public static bool Contains(ReadOnlySpan<byte> name) => Names.Contains(name);
}
