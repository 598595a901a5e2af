using System.Collections.Specialized;
using System.Text;
using System.Text.Json;
using LogAnalysis.Text;

namespace LogAnalysis.Model;

/// <summary>Makes objects of JSON values: dictionaries with the members of objects, arrays, numbers, truth values, texts and times.</summary>
internal static class FieldJson
{
    /// <summary>Reads a value.</summary>
    /// <returns>The value; its text where it is malformed.</returns>
    public static object? Read(ReadOnlySpan<byte> value, in LogLine line)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            return reader.Read() ? Read(ref reader, in line) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return ControlCharacters.EscapeControlCharacters(Encoding.UTF8.GetString(value));
        }
    }

    /// <summary>The texts of an array; none where a value is no array of texts.</summary>
    public static string?[] ReadTexts(ReadOnlySpan<byte> value)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(value) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The members of an object with their texts, those left out that are no valid text; none where a value is no object.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ReadMembers(ReadOnlySpan<byte> value)
    {
        try
        {
            return (JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(value) ?? [])
                .Select(member => (member.Key, Text: TextOf(member.Value)))
                .Where(member => member.Text is not null)
                .Select(member => KeyValuePair.Create(member.Key, member.Text!));
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The text of a value; null where it is a string that is not UTF-8.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static object? Read(ref Utf8JsonReader reader, in LogLine line) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, in line),
        JsonTokenType.StartArray => ReadArray(ref reader, in line),
        JsonTokenType.String => FieldValue.Read(reader.ValueSpan, FieldSyntax.JsonString, in line),
        JsonTokenType.Number => reader.TryGetInt64(out long integer) ? (object)integer : reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static OrderedDictionary ReadObject(ref Utf8JsonReader reader, in LogLine line)
    {
        var members = new FieldDictionary();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = FieldValue.Text(reader.ValueSpan, FieldSyntax.JsonString);
            reader.Read();
            members.Add(name, Read(ref reader, in line));
        }

        return members.ToDictionary();
    }

    private static object?[] ReadArray(ref Utf8JsonReader reader, in LogLine line)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, in line));
        }

        return [.. items];
    }
}
