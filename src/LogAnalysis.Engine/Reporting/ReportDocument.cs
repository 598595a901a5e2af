using System.Text.Json;
using System.Text.Json.Serialization;
using LogAnalysis.Model;

namespace LogAnalysis.Reporting;

/// <summary>
/// What is taken of a report in JSON: what it is, and what it merges by. Its other properties are what somebody wrote into the file; the report is made again
/// without them.
/// </summary>
internal sealed record ReportDocument
{
    /// <summary>No such file is larger, in bytes.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>What it says it is; null in an object that only looks like one.</summary>
    [JsonPropertyName("schema")]
    public string? Schema { get; init; }

    /// <summary>The version of that; null where it has none.</summary>
    [JsonPropertyName("version")]
    public int? Version { get; init; }

    /// <inheritdoc cref="LogReport.MergeState"/>
    public LogMergeState? MergeState { get; init; }

    /// <inheritdoc cref="LogReport.CreatedAt"/>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc cref="LogReport.ModuleVersion"/>
    public string? ModuleVersion { get; init; }

    /// <inheritdoc cref="LogReport.Command"/>
    public string? Command { get; init; }

    /// <inheritdoc cref="LogReport.WindowStart"/>
    public DateTimeOffset? WindowStart { get; init; }

    /// <inheritdoc cref="LogReport.WindowEnd"/>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>Reads one.</summary>
    /// <param name="file">The JSON, in UTF-8.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static ReportDocument Read(Stream file) => JsonSerializer.Deserialize<ReportDocument>(file) ?? throw new JsonException("It is empty.");

    /// <summary>Holds what a report says that it is against what this module reads.</summary>
    /// <param name="schema">What it is; null where it does not say.</param>
    /// <param name="version">Its version; null where it does not say.</param>
    /// <exception cref="InvalidDataException">It is something else, or of a later version.</exception>
    public static void RequireKnown(string? schema, int? version)
    {
        if (schema is not null && schema != JsonReport.Schema)
        {
            throw new InvalidDataException($"It is a '{schema}', not a '{JsonReport.Schema}'.");
        }

        // What it merges by is the same in all of them.
        if (version is < 1 or > JsonReport.Version)
        {
            throw new InvalidDataException($"Its version is {version}; this module reads versions up to {JsonReport.Version}.");
        }
    }

    /// <summary>The report that it is of.</summary>
    /// <param name="top">How many patterns, URLs and clients to show.</param>
    /// <exception cref="InvalidDataException">It cannot be made again.</exception>
    public LogReport ToReport(int top)
    {
        RequireKnown(Schema, Version);
        string state = MergeState?.Data ?? throw new InvalidDataException("It lacks its MergeState.");
        LogReport report = ReportState.Parse(state).ToReport(top, WindowStart is DateTimeOffset start && WindowEnd is DateTimeOffset end ? new TimeWindow(start, end) : null);
        (report.CreatedAt, report.ModuleVersion, report.Command) = (CreatedAt, ModuleVersion, Command);
        return report;
    }
}
