using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Tests.Fuzzing;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>What is remembered of the names in a log of JSON lines makes reading faster, and changes no answer.</summary>
public sealed class JsonNamesTests
{
    private static readonly string[] Names =
        ["@t", "@l", "level", "msg", "time", "status", "x", "na\\\"me", "", "req", "res", "url", "method", "statusCode", "duration", "a b", "ts", "é"];

    private static readonly string[] Values =
        ["1", "\"error\"", "\"GET\"", "\"/a?b\"", "{\"statusCode\":503}", "{}", "[1,{\"level\":9}]", "null", "\"a\\\\\"", "200", "\"2025-01-24T07:00:30Z\"", "{\"url\":\"/x\",\"method\":\"PUT\"}"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_has_the_same_fields_whatever_lines_came_before(int seed)
    {
        var random = new Random(seed);
        var names = new JsonNames();
        string[] templates = [.. Enumerable.Range(0, 3).Select(_ => Line(random))];
        for (int i = 0; i < 300; i++)
        {
            string text = random.Next(3) == 0 ? Line(random) : templates[random.Next(templates.Length)];
            byte[] line = Encoding.UTF8.GetBytes(random.Next(4) == 0 ? HostileLines.Mutate(random, text) : text);
            if (line.Length > 0)
            {
                Assert.Equal(Describe(line, names: null), Describe(line, names));
            }
        }
    }

    [Fact]
    public void More_names_than_are_remembered_are_read_like_any()
    {
        var names = new JsonNames();
        for (int i = 0; i < 1000; i++)
        {
            byte[] line = Encoding.UTF8.GetBytes($"{{\"key{i}\":{i},\"level\":\"error\",\"key{i + 1}\":\"x\"}}");
            Assert.Equal(Describe(line, names: null), Describe(line, names));
        }
    }

    private static string Line(Random random)
    {
        string blank = random.Next(5) == 0 ? " " : string.Empty;
        IEnumerable<string> members = Enumerable.Range(0, random.Next(1, 9))
            .Select(_ => $"\"{random.GetItems(Names, 1)[0]}\"{blank}:{blank}{random.GetItems(Values, 1)[0]}");
        return $"{{{string.Join(",", members)}}}";
    }

    private static string Describe(byte[] line, JsonNames? names)
    {
        LineFields fields = default;
        var known = new KnownFields(new object());
        return JsonFormat.TryParse(line, ref fields, names, known)
            ? $"{fields.HasLevel} {fields.Level} {fields.Status} {fields.Timestamp} {fields.Message} {fields.Request} {fields.Method} {fields.Url}"
                + $" {fields.Client} {fields.Bytes} {fields.Duration} {fields.DurationUnit} {fields.HasEscapes}"
                + string.Concat(known.Fields.ToArray().Select(field => $" {field.Name} {field.Value} {field.Syntax}"))
            : "none";
    }
}
