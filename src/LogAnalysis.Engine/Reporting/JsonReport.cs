using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as JSON: what it is and in which version, then all properties by their names. Times are in ISO 8601 with their offsets,
/// durations are <c>[d.]hh:mm:ss[.fffffff]</c>, levels are names, and what is not known is null. <c>docs/report-json.md</c> documents it.
/// </summary>
internal static class JsonReport
{
    /// <summary>What the document is.</summary>
    public const string Schema = "loganalysis.report";

    /// <summary>Rises when a property vanishes or changes its meaning, not when one is added.</summary>
    public const int Version = 2;

    /// <summary>How it is written; the documented schema is made of this.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = CreateEncoder(),
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddHeader } },
    };

    /// <summary>Writes a report.</summary>
    public static void Write(LogReport report, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize(report, Options).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    /// <summary>Puts the name and the version of the schema first.</summary>
    private static void AddHeader(JsonTypeInfo type)
    {
        if (type.Type == typeof(LogReport))
        {
            Add(type, "schema", Schema, order: -2);
            Add(type, "version", Version, order: -1);
        }
    }

    private static void Add<T>(JsonTypeInfo type, string name, T value, int order)
    {
        JsonPropertyInfo property = type.CreateJsonPropertyInfo(typeof(T), name);
        property.Get = _ => value;
        property.Order = order;
        type.Properties.Add(property);
    }

    /// <summary>
    /// Escapes markup, as every encoder does, and what an editor or a terminal would obey; letters of all languages are written as they are.
    /// </summary>
    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(value => (char)value).Where(IsUnsafe)]);
        return JavaScriptEncoder.Create(settings);
    }

    private static bool IsUnsafe(char c) => Rune.TryCreate(c, out Rune character) && ControlCharacters.IsUnsafe(character);
}
