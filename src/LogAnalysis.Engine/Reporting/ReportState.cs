using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>
/// All that a report was made of, by which reports merge: its properties show only a selection, and jobs and remoting cut them at some depth.
/// The names in its JSON are a file format.
/// </summary>
internal sealed record ReportState
{
    private const int CurrentVersion = 1;

    /// <summary>The largest state, in bytes before it is compressed: a larger one was made to fill memory.</summary>
    private const int MaxBytes = 1 << 27;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddTotals } },
    };

    public int Version { get; init; } = CurrentVersion;

    public string[] Paths { get; init; } = [];

    /// <summary>The machines on which the log was read; none in a state of a version that did not note them.</summary>
    public string[] Hosts { get; init; } = [];

    /// <summary>The machine of each path, by its index in <see cref="Hosts"/>; -1 where it is not known.</summary>
    public int[] PathHosts { get; init; } = [];

    /// <summary>What is counted of each path; none in a state of a version that did not count that.</summary>
    public FileState[] Files { get; init; } = [];

    public string[] Formats { get; init; } = [];

    /// <summary>What a reader cannot see from the figures; null in a state of a version that did not note it.</summary>
    public NotesState? Notes { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public long Lines { get; init; }

    /// <summary>The counts that lines add to, in the order of <see cref="ReportCounts.OfLines"/>; in JSON each by its own name.</summary>
    [JsonIgnore]
    public long[] Totals { get; init; } = new long[ReportCounts.OfLines.Count];

    /// <summary>Entries by level, by the number of the level.</summary>
    public long[] Levels { get; init; } = [];

    public LogStatusCodeCount[] StatusCodes { get; init; } = [];

    public LogTimeBucket[] Timeline { get; init; } = [];

    public TimeSpan BucketSize { get; init; }

    /// <summary>The width of the buckets that are shown; zero where it is chosen. Null in a state of a version whose timeline has those that were shown.</summary>
    public TimeSpan? ShownBucketSize { get; init; }

    /// <summary>Entries by the hour of the week; none in a state of a version that did not count them.</summary>
    public long[] WeekEntries { get; init; } = [];

    /// <summary>Errors by the hour of the week.</summary>
    public long[] WeekErrors { get; init; } = [];

    /// <summary>Errors by the templates of their messages.</summary>
    public TemplateState[] Errors { get; init; } = [];

    /// <summary>Warnings by the templates of their messages; null in a state of a version that did not count them.</summary>
    public TemplateState[]? Warnings { get; init; }

    /// <summary>All templates of messages, and exceptions.</summary>
    [JsonIgnore]
    public IEnumerable<TemplateState> AllTemplates => Errors.Concat(Warnings ?? []).Concat(Exceptions ?? []);

    /// <summary>Errors by their exceptions; null in a state of a version that did not count them.</summary>
    public TemplateState[]? Exceptions { get; init; }

    /// <summary>URLs without methods, as a version counted them that had no <see cref="Requests"/>.</summary>
    public HeavyHittersState? Urls { get; init; }

    /// <summary>Requests by endpoint; null in a state of a version that did not count them.</summary>
    public RequestsState? Requests { get; init; }

    /// <summary>Requests by endpoint, of any version.</summary>
    [JsonIgnore]
    public RequestsState AllRequests => Requests ?? new RequestsState
    {
        Total = Urls?.Total ?? 0,
        MaxUndercount = Urls?.MaxUndercount ?? 0,
        Endpoints = [.. (Urls?.Counts ?? []).Select(url => new EndpointState(UrlTemplate.Apply(" " + url.Key), url.Value))],
    };

    public HeavyHittersState Clients { get; init; } = new();

    /// <summary>The clients of responses with a status of 400 to 499; none in a state of a version that did not count them.</summary>
    public HeavyHittersState ClientErrors { get; init; } = new();

    /// <summary>The clients of responses with a status of 500 and above; none in a state of a version that did not count them.</summary>
    public HeavyHittersState ServerErrors { get; init; } = new();

    /// <summary>Requests by the kind of browser or program; none in a state of a version that did not count them.</summary>
    public UserAgentState[] UserAgents { get; init; } = [];

    /// <summary>Requests by protocol; none in a state of a version that did not count them.</summary>
    public Dictionary<string, long> Protocols { get; init; } = [];

    public long? ResponseBytes { get; init; }

    /// <summary>Response times in microseconds, each with how often it occurred.</summary>
    [JsonConverter(typeof(DurationsConverter))]
    public KeyValuePair<long, long>[] Durations { get; init; } = [];

    [JsonPropertyName("longestDuration")]
    public TimeSpan MaxDuration { get; init; }

    /// <summary>What a report was made of.</summary>
    /// <exception cref="InvalidDataException">The report does not hold it, or it cannot be read.</exception>
    public static ReportState Of(LogReport report) => Parse(report.MergeState?.Data ?? throw new InvalidDataException("It lacks its MergeState."));

    /// <summary>The state that a text holds.</summary>
    /// <exception cref="InvalidDataException">It holds none, or one of a later version.</exception>
    public static ReportState Parse(string text)
    {
        try
        {
            byte[] packed = Convert.FromBase64String(text);
            using (Stream json = Unpack(packed))
            {
                ReportStateCheck.Bounds.Check(json);
            }

            using Stream unpacked = Unpack(packed);
            ReportState state = JsonSerializer.Deserialize<ReportState>(unpacked, Options) ?? throw new InvalidDataException("It is empty.");
            if (state.Version != CurrentVersion)
            {
                throw new InvalidDataException($"Its version is {state.Version}; this module reads version {CurrentVersion}.");
            }

            return ReportStateCheck.IsSound(state) ? state : throw new InvalidDataException("Its MergeState is damaged.");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("Its MergeState is damaged.", malformed);
        }
    }

    /// <summary>The report that this was made of, with the buckets that it had.</summary>
    /// <param name="top">How many patterns, URLs and clients to show.</param>
    /// <param name="window">The window that it is of, if it is of one.</param>
    public LogReport ToReport(int top, TimeWindow? window = null)
    {
        TimeSpan shown = ShownBucketSize ?? BucketSize;
        TimeSpan? width = shown >= TimeSpan.FromSeconds(1) ? shown : null;
        var report = new ReportBuilder(new ReportOptions { Top = top, BucketSize = width });
        report.Add(this);
        return report.Build(window);
    }

    /// <summary>The state as a text: JSON, compressed, in base 64.</summary>
    public override string ToString()
    {
        using var compressed = new MemoryStream();
        using (var json = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(json, this, Options);
        }

        return Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length);
    }

    /// <summary>Gives each total a property of its own, such as <c>unparsed</c>. A state that lacks one, for it is older than the count, has 0 of it.</summary>
    private static void AddTotals(JsonTypeInfo type)
    {
        if (type.Type != typeof(ReportState))
        {
            return;
        }

        for (int i = 0; i < ReportCounts.OfLines.Count; i++)
        {
            int index = i;
            JsonPropertyInfo property = type.CreateJsonPropertyInfo(typeof(long), JsonNamingPolicy.CamelCase.ConvertName(ReportCounts.OfLines[i].Name));
            property.Get = state => ((ReportState)state).Totals[index];
            property.Set = (state, total) => ((ReportState)state).Totals[index] = (long)total!;
            type.Properties.Add(property);
        }
    }

    private static LimitedStream Unpack(byte[] packed) => new(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), MaxBytes);
}
