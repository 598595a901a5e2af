using System.Globalization;
using System.Text;
using System.Text.Json;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>What <c>docs/report-json.md</c> and <c>docs/report.schema.json</c> promise.</summary>
public sealed class JsonReportTests
{
    public static TheoryData<string> Hostile => [.. HostileTexts.All];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_text_of_a_log_is_inert_and_reads_back(string evil)
    {
        string json = TextOf(SomeReport.Holding(evil));
        Assert.DoesNotContain(json.EnumerateRunes(), character => character.Value is '<' or '>' or '&' || (character.Value != '\n' && ControlCharacters.IsUnsafe(character)));
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(json);

        // A half of a character is none in UTF-8 either.
        string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(evil));
        Assert.Equal(expected, report.GetProperty("Paths")[0].GetString());
        expected = ControlCharacters.EscapeControlCharacters(evil);
        Assert.Equal(expected, report.GetProperty("ErrorPatterns")[0].GetProperty("Name").GetString());
        Assert.Equal(expected, report.GetProperty("ErrorPatterns")[0].GetProperty("Example").GetString());
        Assert.Equal(expected, report.GetProperty("Exceptions")[0].GetProperty("Name").GetString());
        Assert.Equal(expected, report.GetProperty("TopUrls")[0].GetProperty("Url").GetString());
        Assert.Equal(expected, report.GetProperty("TopClients")[0].GetProperty("Client").GetString());
    }

    [Fact]
    public void It_says_first_what_it_is_and_in_which_version()
    {
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(TextOf(SomeReport.OfSamples()));
        Assert.Equal(["schema", "version", "Host"], report.EnumerateObject().Select(property => property.Name).Take(3));
        Assert.Equal(("loganalysis.report", 2), (report.GetProperty("schema").GetString(), report.GetProperty("version").GetInt32()));
    }

    [Fact]
    public void Times_durations_and_levels_are_written_as_documented()
    {
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(TextOf(SomeReport.Holding("x")));
        Assert.Equal("2025-01-24T07:00:30.139+02:00", report.GetProperty("From").GetString());
        Assert.Equal("00:05:00", report.GetProperty("BucketSize").GetString());
        Assert.Equal("00:00:00.0015000", report.GetProperty("ResponseTime").GetProperty("P50").GetString());
        Assert.Equal("Critical", report.GetProperty("Levels")[0].GetProperty("Level").GetString());
        Assert.Equal("Pattern", report.GetProperty("ErrorPatterns")[0].GetProperty("By").GetString());
    }

    [Fact]
    public void What_is_not_known_is_null_and_not_left_out()
    {
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(TextOf(SomeReport.Empty()));
        Assert.All(["From", "To", "ResponseBytes", "ResponseTime"], name => Assert.Equal(JsonValueKind.Null, report.GetProperty(name).ValueKind));
    }

    [Fact]
    public void The_schema_names_exactly_the_properties_that_are_written()
    {
        JsonElement schema = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(RepositoryRoot.Combine("docs", "report.schema.json")));
        AssertSame(schema, schema, JsonSerializer.Deserialize<JsonElement>(TextOf(SomeReport.Holding("x"))));
    }

    [Fact]
    public void It_is_utf8_without_a_mark_and_the_same_in_every_culture()
    {
        byte[] expected = SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Json);
        Assert.Equal((byte)'{', expected[0]);
        foreach (string culture in new[] { "de-DE", "fa-IR", "tr-TR" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, SomeReport.Write(SomeReport.OfSamples(), ReportFormat.Json));
        }
    }

    private static void AssertSame(JsonElement whole, JsonElement part, JsonElement written)
    {
        JsonElement schema = part.TryGetProperty("$ref", out JsonElement target) ? Resolve(whole, target.GetString()!) : part;
        if (written.ValueKind == JsonValueKind.Array)
        {
            Assert.All(written.EnumerateArray(), item => AssertSame(whole, schema.GetProperty("items"), item));
        }
        else if (written.ValueKind == JsonValueKind.Object)
        {
            string[] names = [.. written.EnumerateObject().Select(property => property.Name)];
            JsonElement properties = schema.GetProperty("properties");
            Assert.Equal(names, properties.EnumerateObject().Select(property => property.Name));
            Assert.Equal(names, schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
            Assert.All(written.EnumerateObject(), property => AssertSame(whole, properties.GetProperty(property.Name), property.Value));
        }
    }

    /// <summary>What a reference within a schema refers to, such as <c>#/properties/TopUrls/items</c>.</summary>
    private static JsonElement Resolve(JsonElement whole, string target) => target.Split('/').Skip(1).Aggregate(whole, (at, name) => at.GetProperty(name));

    private static string TextOf(LogReport report) => Encoding.UTF8.GetString(SomeReport.Write(report, ReportFormat.Json));
}
