using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LogAnalysis.Formats;

/// <summary>A JSON file with definitions of formats. Its schema is <c>docs/log-formats.schema.json</c>.</summary>
internal sealed record FormatDefinitionFile
{
    /// <summary>How such a file is written and read. What is not known is an error: it would be a mistyped name.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Where the schema of the file is: for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The formats.</summary>
    public required FormatDefinition[] Formats { get; init; }

    /// <summary>Reads the text of such a file.</summary>
    /// <exception cref="JsonException">It is no such text; the exception tells where.</exception>
    public static FormatDefinition[] Read(string json)
    {
        FormatDefinition[] formats = (JsonSerializer.Deserialize<FormatDefinitionFile>(json, Options) ?? throw new JsonException("It is empty.")).Formats;
        if (formats is null || formats.Any(IsIncomplete))
        {
            throw new JsonException("A format needs a name and a pattern, which are not null.");
        }

        // Levels are found whatever the case of a text.
        FormatDefinition? ambiguous = Array.Find(formats, format => format.LevelMap?.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < format.LevelMap?.Count);
        return ambiguous is null ? formats : throw new JsonException($"The levelMap of '{ambiguous.Name}' has the same text twice.");
    }

    private static bool IsIncomplete(FormatDefinition? format) =>
        format?.Name is null || format.Pattern is null or [] || format.Pattern.Any(pattern => pattern is null) || (format.TimestampFormat ?? []).Any(layout => layout is null);
}
