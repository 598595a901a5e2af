using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogAnalysis.Formats;

/// <summary>A text or an array of texts, as PowerShell takes them for a parameter of several values.</summary>
internal sealed class OneOrMoreTexts : JsonConverter<string[]>
{
    /// <inheritdoc/>
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? [reader.GetString()!] : JsonSerializer.Deserialize<string[]>(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value);
}
