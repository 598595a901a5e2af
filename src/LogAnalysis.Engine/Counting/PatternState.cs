using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>What a pattern was made of, as <see cref="LogErrorGroup.MergeState"/> carries it. The names in its JSON are a file format.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="MinimumLevel">The least serious level that was counted.</param>
/// <param name="Paths">The files.</param>
/// <param name="Templates">The templates with what was counted of each.</param>
internal sealed record PatternState(int Version, LogLevel MinimumLevel, string[] Paths, TemplateState[] Templates)
{
    private const int CurrentVersion = 1;

    /// <summary>A state is far smaller; a text that unpacks to more was made to do harm.</summary>
    private const int MaxBytes = 64 << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Packs the templates of a pattern.</summary>
    public static LogMergeState Pack(IReadOnlyList<LogErrorGroup> templates, LogLevel minimumLevel)
    {
        string[] paths = [.. templates.SelectMany(template => template.Paths).Distinct(StringComparer.Ordinal)];
        var state = new PatternState(CurrentVersion, minimumLevel, paths, [.. templates.Select(template => TemplateState.Of(template, paths))]);
        using var compressed = new MemoryStream();
        using (var json = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(json, state, Options);
        }

        return new LogMergeState { Data = Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length) };
    }

    /// <summary>The templates that a pattern was made of, with what was counted of each; none where it does not say, or cannot be read.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="minimumLevel">Receives the least serious level that was counted.</param>
    public static IReadOnlyList<LogErrorGroup> TemplatesOf(LogErrorGroup pattern, out LogLevel minimumLevel)
    {
        minimumLevel = LogLevel.Unknown;
        if (pattern.Contents is GroupContents { Templates.Count: > 0 } contents)
        {
            minimumLevel = contents.MinimumLevel;
            return contents.Templates;
        }

        try
        {
            return pattern.MergeState is LogMergeState packed ? Unpack(packed, out minimumLevel) : [];
        }
        catch (InvalidDataException)
        {
            // Its counts are there all the same.
            return [];
        }
    }

    /// <summary>The templates of a pattern.</summary>
    /// <exception cref="InvalidDataException">The text holds none, or those of a later version.</exception>
    private static LogErrorGroup[] Unpack(LogMergeState packed, out LogLevel minimumLevel)
    {
        try
        {
            using var compressed = new MemoryStream(Convert.FromBase64String(packed.Data));
            using var json = new BrotliStream(compressed, CompressionMode.Decompress);
            PatternState? state = JsonSerializer.Deserialize<PatternState>(new LimitedStream(json, MaxBytes), Options);
            minimumLevel = state?.MinimumLevel ?? LogLevel.Unknown;
            return state is { Version: CurrentVersion, Paths: not null, Templates: not null } && Array.TrueForAll(state.Templates, template => template is { IsWhole: true })
                ? [.. state.Templates.Select(template => template.ToGroup(state.Paths))]
                : throw new InvalidDataException("Its MergeState is damaged, or of a later version.");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("Its MergeState is damaged.", malformed);
        }
    }
}
