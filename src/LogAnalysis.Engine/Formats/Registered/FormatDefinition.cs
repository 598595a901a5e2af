using System.Text.Json.Serialization;

namespace LogAnalysis.Formats;

/// <summary>What a user says of a format: how its lines look, and what is in them.</summary>
internal sealed record FormatDefinition
{
    /// <summary>The name of the format: letters, digits, dashes and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The regular expressions, which are case-sensitive. The first one matches the line that begins an entry. The others match the lines below it
    /// that hold further fields. Each named group is a field.
    /// </summary>
    [JsonConverter(typeof(OneOrMoreTexts))]
    public required string[] Pattern { get; init; }

    /// <summary>What the texts of the group <c>level</c> mean, whatever their case.</summary>
    public IReadOnlyDictionary<string, LogLevel>? LevelMap { get; init; }

    /// <summary>
    /// The layouts of the time, as custom date and time formats of .NET with English names. Without any, times can have all layouts that the built-in
    /// formats have.
    /// </summary>
    [JsonConverter(typeof(OneOrMoreTexts))]
    public string[]? TimestampFormat { get; init; }
}
