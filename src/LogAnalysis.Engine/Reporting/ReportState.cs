using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogAnalysis.Reporting;

/// <summary>
/// All that a report was made of: what its properties show is a selection, and jobs and remoting carry those only so deep. Reports are
/// merged by this.
/// </summary>
internal sealed record ReportState
{
    private const int CurrentVersion = 1;

    /// <summary>No log has more lines than this.</summary>
    private const long MaxCounted = 1_000_000_000_000;

    /// <summary>No state is larger, in bytes before it is compressed: the limit is there for what was made to fill memory.</summary>
    private const int MaxBytes = 1 << 27;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Version { get; init; } = CurrentVersion;

    public string[] Paths { get; init; } = [];

    public string[] Formats { get; init; } = [];

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public long Bytes { get; init; }

    public long Lines { get; init; }

    public long Unparsed { get; init; }

    /// <summary>Entries by level, by the number of the level.</summary>
    public long[] Levels { get; init; } = [];

    public LogStatusCodeCount[] StatusCodes { get; init; } = [];

    public LogTimeBucket[] Timeline { get; init; } = [];

    public TimeSpan BucketSize { get; init; }

    /// <summary>Errors by the masks of their messages.</summary>
    public TemplateState[] Errors { get; init; } = [];

    public HeavyHittersState Urls { get; init; } = new();

    public HeavyHittersState Clients { get; init; } = new();

    public long? ResponseBytes { get; init; }

    /// <summary>Response times in microseconds, each with how often it occurred.</summary>
    public Dictionary<long, long> Durations { get; init; } = [];

    public TimeSpan LongestDuration { get; init; }

    /// <summary>Whether nothing is missing: whoever writes JSON can write null for anything.</summary>
    private bool IsWhole =>
        AreWhole(Paths, Formats, StatusCodes, Timeline, Errors) && Levels is not null && Durations is not null && Urls?.Counts is not null && Clients?.Counts is not null
        && Errors.All(mask => mask.Mask is not null && mask.Paths is not null && Enum.IsDefined(mask.Level));

    /// <summary>Whether all numbers can be counts: sums of them, and of those of other reports, stay within their range.</summary>
    private bool IsCounted => Counts().All(count => count is >= 0 and <= MaxCounted) && Bytes >= 0 && ResponseBytes is null or >= 0 && BucketSize >= TimeSpan.Zero;

    /// <summary>What a report was made of.</summary>
    /// <exception cref="InvalidDataException">The report does not hold it, or it cannot be read.</exception>
    public static ReportState Of(LogReport report) => Parse(report.MergeState ?? throw new InvalidDataException("It lacks its MergeState."));

    /// <summary>The state that a text holds.</summary>
    /// <exception cref="InvalidDataException">It holds none, or one of a later version.</exception>
    public static ReportState Parse(string text)
    {
        try
        {
            using var compressed = new MemoryStream(Convert.FromBase64String(text));
            using var json = new BrotliStream(compressed, CompressionMode.Decompress);
            ReportState state = JsonSerializer.Deserialize<ReportState>(new LimitedStream(json, MaxBytes), Options) ?? throw new InvalidDataException("It is empty.");
            if (state.Version != CurrentVersion)
            {
                throw new InvalidDataException($"Its version is {state.Version}; this module reads version {CurrentVersion}.");
            }

            return state.IsWhole && state.IsCounted ? state : throw new InvalidDataException("Its MergeState is damaged.");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("Its MergeState is damaged.", malformed);
        }
    }

    /// <summary>The report that this was made of, with the buckets that it had.</summary>
    /// <param name="top">How many patterns, URLs and clients to show.</param>
    public LogReport ToReport(int top)
    {
        TimeSpan? width = BucketSize >= TimeSpan.FromSeconds(1) ? BucketSize : null;
        var report = new ReportBuilder(new ReportOptions { Top = top, BucketSize = width });
        report.Add(this);
        return report.Build();
    }

    private IEnumerable<long> Counts() =>
    [
        Lines, Unparsed, .. Levels, .. StatusCodes.Select(code => code.Count), .. Errors.Select(mask => mask.Count), .. Durations.Values,
        Urls.Total, Urls.MaxUndercount, .. Urls.Counts.Values, Clients.Total, Clients.MaxUndercount, .. Clients.Counts.Values,
        .. Timeline.SelectMany(bucket => (long[])[bucket.Entries, bucket.Errors, bucket.Warnings, bucket.Successes, bucket.Redirects, bucket.ClientErrors, bucket.ServerErrors]),
    ];

    private static bool AreWhole(params object?[]?[] lists) => lists.All(list => list?.Contains(null) == false);

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
}
