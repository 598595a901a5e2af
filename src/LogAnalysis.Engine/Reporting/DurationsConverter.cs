using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogAnalysis.Reporting;

/// <summary>Response times as an object, each in microseconds as the name of how often it occurred. Nothing is looked up by them, so they are a list.</summary>
internal sealed class DurationsConverter : JsonConverter<KeyValuePair<long, long>[]>
{
    /// <inheritdoc/>
    public override KeyValuePair<long, long>[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<KeyValuePair<long, long>> durations = [];
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isNumber = long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long microseconds);
            durations.Add(isNumber && reader.Read() ? new(microseconds, reader.GetInt64()) : throw new JsonException());
        }

        return [.. durations];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, KeyValuePair<long, long>[] value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((long microseconds, long count) in value)
        {
            writer.WriteNumber(microseconds.ToString(CultureInfo.InvariantCulture), count);
        }

        writer.WriteEndObject();
    }
}
