using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using LogAnalysis.Formats;
using LogAnalysis.Tests.Support;

namespace LogAnalysis.Tests.Surface;

/// <summary>The JSON Schema of a file with definitions of formats, made from the types that are read and the comments on their properties.</summary>
internal static class FormatFileSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema as <c>docs/log-formats.schema.json</c> has it.</summary>
    public static string Write()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };
        JsonObject schema = FormatDefinitionFile.Options.GetJsonSchemaAsNode(typeof(FormatDefinitionFile), exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", "urn:loganalysis:log-formats:1");
        schema.Insert(2, "title", "Definitions of log formats for LogAnalysis");
        schema.Insert(3, "description", "What Register-LogFormat -Path reads.");
        return schema.ToJsonString(Layout) + "\n";
    }

    /// <summary>Adds what the exporter cannot know of a property.</summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.PropertyInfo?.AttributeProvider is not MemberInfo member || context.Path.Length == 0)
        {
            return node;
        }

        JsonObject schema = node as JsonObject ?? [];
        if (context.TypeInfo.Type == typeof(string[]))
        {
            schema = new JsonObject { ["type"] = new JsonArray("string", "array"), ["items"] = new JsonObject { ["type"] = "string" }, ["minItems"] = 1 };
        }

        schema.Insert(0, "description", XmlDocumentation.SummaryOf(member));
        return schema;
    }
}
