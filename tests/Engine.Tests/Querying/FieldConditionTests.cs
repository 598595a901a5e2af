using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Querying;
using Xunit;

namespace LogAnalysis.Tests.Querying;

public sealed class FieldConditionTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 24, 12, 0, 0, TimeSpan.Zero);

    private const string Json = """
        {"@t":"2025-01-24T07:00:30Z","level":"error","msg":"Order failed","user":"Anna","path":"/api/orders/17","Elapsed":512.5,"took":"1.5s","ok":true,"none":null,"tags":["db","Slow, very"],"User":{"Name":"Bert"},"Properties":{"Tenant":"acme"},"quote":"a \"b\"","n":"12"}
        """;

    private const string Nested = """
        {"ts":"2025-01-24T07:00:30Z","level":"error","msg":"failed","trace":{"id":"4f1c"},"host":{"os":"linux","name":"web1"},"exception":{"message":"full","type":"IOException"},"http":{"request":{"id":"r7"}},"event":{"code":9}}
        """;

    private const string Nginx = """192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET /api/x HTTP/1.1" 503 512 rt=0.300 uct="-" urt="0.250" request_id=4f1c""";

    private const string Access = """192.0.2.7 - frank [24/Jan/2025:07:00:30 +0000] "GET /api/x HTTP/1.1" 503 512 "-" "curl/8" 1.250""";

    private const string Logfmt = "ts=2025-01-24T07:00:30Z level=info msg=done user=ann user=bert latency=250ms request_time=0.5 size=7";

    public static TheoryData<string, string, object?, bool> Cases { get; } = new()
    {
        { Json, "user", "anna", true },
        { Json, "USER", "ANNA", true },
        { Json, "user", "an*", true },
        { Json, "user", "?nn?", true },
        { Json, "user", "[ab]nna", true },
        { Json, "user", "nn", false },
        { Json, "user", "!anna", false },
        { Json, "user", "!bert", true },
        { Json, "user", new[] { "bert", "anna" }, true },
        { Json, "user", new[] { "bert", "carl" }, false },
        { Json, "user", new[] { "!bert", "!anna" }, false },
        { Json, "user", new[] { "a*", "!anna" }, false },
        { Json, "user", null, false },
        { Json, "nobody", null, true },
        { Json, "nobody", "x", false },
        { Json, "nobody", "!x", true },
        { Json, "nobody", new object?[] { null, "x" }, true },
        { Json, "none", null, true },
        { Json, "none", "null", false },
        { Json, "Elapsed", ">500", true },
        { Json, "Elapsed", ">=512.5", true },
        { Json, "Elapsed", "<512.5", false },
        { Json, "Elapsed", 512.5, true },
        { Json, "Elapsed", "512.5", true },
        { Json, "Elapsed", new[] { ">=500", "<600" }, true },
        { Json, "Elapsed", new[] { ">=500", "<510" }, false },
        { Json, "Elapsed", ">0.5s", true },
        { Json, "Elapsed", ">1s", false },
        { Json, "took", ">=1.5s", true },
        { Json, "took", ">1499", true },
        { Json, "took", ">1500", false },
        { Json, "took", "<2m", true },
        { Json, "n", ">11", true },
        { Json, "n", 12, true },
        { Json, "ok", true, true },
        { Json, "ok", false, false },
        { Json, "ok", "true", true },
        { Json, "tags", "db", true },
        { Json, "tags", "slow*", true },
        { Json, "tags", "!db", false },
        { Json, "User.Name", "bert", true },
        { Json, "user.name", "anna", false },
        { Json, "Properties.Tenant", "acme", true },
        { Json, "Tenant", "acme", true },
        { Json, "Url", "/api/*", true },
        { Json, "quote", "a \"b\"", true },
        { Json, "@t", ">2025-01-24T07:00:00Z", true },
        { Json, "@t", "<2025-01-24T07:00:00Z", false },
        { Json, "Timestamp", ">=2025-01-24T07:00:30Z", true },
        { Json, "Level", "error", true },
        { Json, "Message", "*failed", true },
        { Nested, "TraceId", "4f1c", true },
        { Nested, "Host", "web1", true },
        { Nested, "host.os", "linux", true },
        { Nested, "Exception", "IOException", true },
        { Nested, "http.request.id", "r7", true },
        { Nested, "EventId", "9", true },
        { Nginx, "request_id", "4f1c", true },
        { Nginx, "TraceId", "4f1c", true },
        { Nginx, "uct", null, true },
        { Nginx, "urt", 0.25, true },
        { Nginx, "UserAgent", null, true },
        { Access, "StatusCode", "5*", true },
        { Access, "StatusCode", 503, true },
        { Access, "status", ">=500", true },
        { Access, "Url", "/api/*", true },
        { Access, "uri", "/api/x", true },
        { Access, "User", "frank", true },
        { Access, "Duration", ">1s", true },
        { Access, "Duration", ">1.2", true },
        { Access, "Duration", "<=1250ms", true },
        { Access, "Bytes", "<1000", true },
        { Access, "Referrer", null, true },
        { Access, "Format", "access", true },
        { Logfmt, "user", "bert", true },
        { Logfmt, "user", "ann", true },
        { Logfmt, "user", "carl", false },
        { Logfmt, "user", "[z-a]*", false },
        { Logfmt, "latency", ">200ms", true },
        { Logfmt, "latency", ">0.3s", false },
        { Logfmt, "request_time", ">400ms", true },
        { Logfmt, "Bytes", 7, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_entry_passes_or_not(string line, string name, object? value, bool passes)
    {
        var filter = new EntryFilter { Where = new FieldFilter([FieldConditionParser.Parse(name, value, Now)]) };
        var counter = new LevelCounter();
        var pipeline = new LinePipeline(new LineSource(Path: null), new EntryFilterSink(filter, counter));
        pipeline.PushText(line);
        pipeline.Complete();
        Assert.Equal(passes ? 1 : 0, counter.Entries);
    }

    /// <summary>What was learnt of the log before must not change the answer: which fields there are, which nobody needs, and whether texts are looked for first.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void It_decides_the_same_however_many_lines_came_before(string line, string field, object? condition, bool passes)
    {
        string[] others = [Json, Nested, Logfmt, Json.Replace("Anna", "Bob", StringComparison.Ordinal), Json.Replace("/api", "\\/api", StringComparison.Ordinal), Json.Replace("Order", "Ördér", StringComparison.Ordinal)];
        var random = new Random(3);
        var filter = new EntryFilter { Where = new FieldFilter([FieldConditionParser.Parse(field, condition, Now)]) };
        var decisions = new DecisionSink(new EntrySelector(filter), line);
        var pipeline = new LinePipeline(new LineSource("a.log"), decisions);
        for (int i = 0; i < 3000; i++)
        {
            pipeline.PushText(i % 3 == 0 ? line : others[random.Next(others.Length)]);
        }

        pipeline.Complete();
        Assert.Equal([passes], decisions.Seen);
    }

    [Theory]
    [InlineData(">x")]
    [InlineData(">=")]
    [InlineData("<1 parsec")]
    public void A_comparison_with_nothing_that_can_be_compared_is_refused(string value) =>
        Assert.Throws<FieldConditionException>(() => FieldConditionParser.Parse("x", value, Now));

    [Fact]
    public void A_value_of_another_type_and_an_empty_list_are_refused()
    {
        Assert.Throws<FieldConditionException>(() => FieldConditionParser.Parse("x", new object(), Now));
        Assert.Throws<FieldConditionException>(() => FieldConditionParser.Parse("x", Array.Empty<string>(), Now));
    }

    /// <summary>Decides about every entry, and remembers how it did about one line.</summary>
    private sealed class DecisionSink(EntrySelector selector, string line) : ILogSink
    {
        public HashSet<bool> Seen { get; } = [];

        public void Add(in LogLine entry)
        {
            bool isWanted = selector.IncludesLine(in entry);
            if (entry.DecodeText() == line)
            {
                Seen.Add(isWanted);
            }
        }
    }
}
