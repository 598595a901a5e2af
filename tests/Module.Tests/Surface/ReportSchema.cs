using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;

namespace LogAnalysis.Tests.Surface;

/// <summary>The JSON Schema of a report, made from the types that are written and the comments on their properties.</summary>
internal static class ReportSchema
{
    private const string Time = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?[+-][0-9]{2}:[0-9]{2}$";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly Dictionary<string, (int Min, int Max)> Ranges = new() { ["Percent"] = (0, 100), ["ErrorRate"] = (0, 1), ["Code"] = (100, 599) };

    /// <summary>The schema as <c>docs/report.schema.json</c> has it.</summary>
    public static string Write()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };
        JsonObject schema = JsonReport.Options.GetJsonSchemaAsNode(typeof(LogReport), exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"urn:loganalysis:report:{JsonReport.Version}");
        schema.Insert(2, "title", $"A report of LogAnalysis, version {JsonReport.Version}");
        schema.Insert(3, "description", "What Export-LogReport writes as JSON. Properties may be added within a version.");
        return schema.ToJsonString(Layout) + "\n";
    }

    /// <summary>Adds what the exporter cannot know of a type or a property.</summary>
    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        JsonObject schema = node as JsonObject ?? [];
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            // Every property is always written, null or not.
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties.Select(property => JsonValue.Create(property.Name))]);
        }

        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(DateTimeOffset))
        {
            schema["pattern"] = Time;
        }
        else if (type == typeof(LogMergeState))
        {
            schema["type"] = new JsonArray("string", "null");
        }
        else if (type == typeof(long))
        {
            schema["minimum"] = 0;
        }

        if (context.PropertyInfo is JsonPropertyInfo property)
        {
            Complete(schema, property);
        }

        return schema;
    }

    private static void Complete(JsonObject schema, JsonPropertyInfo property)
    {
        if (property.AttributeProvider is not MemberInfo member)
        {
            // The name and the version of the schema.
            schema.Clear();
            schema["const"] = JsonSerializer.SerializeToNode(property.Get!(property));
            return;
        }

        schema.Insert(0, "description", XmlDocumentation.SummaryOf(member));
        if (member.Name == nameof(LogErrorGroup.By))
        {
            schema.Remove("enum");
            schema["enum"] = new JsonArray(nameof(ErrorGroupKey.Pattern), nameof(ErrorGroupKey.Exception));
        }

        if (Ranges.TryGetValue(member.Name, out (int Min, int Max) range))
        {
            schema["minimum"] = range.Min;
            schema["maximum"] = range.Max;
        }
    }
}
