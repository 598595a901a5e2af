using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>A report counts user agents and protocols where a log has them.</summary>
public sealed class UserAgentTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0";

    [Fact]
    public void Browsers_robots_and_protocols_of_an_access_log_are_counted()
    {
        LogReport report = ReportOf(
            Access("GET / HTTP/1.1", 200, $" \"-\" \"{Firefox}\""),
            Access("GET / HTTP/2.0", 503, $" \"https://shop.example.com/\" \"{Firefox}\""),
            Access("GET / HTTP/2", 200, " \"-\" \"Mozilla/5.0 (compatible; Googlebot/2.1)\" \"198.51.100.7\""),
            Access("GET / HTTP/1.1", 200, " \"-\" \"curl/8.5.0\" 0.012"),
            Access("GET / HTTP/1.1", 200, " \"https://x/?q=\\\"a\\\" \" \"a \\\"quoted\\\" curl/8.5.0\""),
            Access("GET / HTTP/1.1", 200, " \"-\" \"-\""),
            Access("GET / HTTP/1.1", 200, string.Empty),
            Access("\\x16\\x03", 400, " \"-\" \"-\""));
        Assert.Equal(["Firefox 2 1 False", "None 2 0 False", "curl 2 0 False", "Googlebot 1 0 True"], report.UserAgents.Select(Describe));
        Assert.Equal(100.0 * 2 / 7, report.UserAgents[0].Percent);
        Assert.Equal(["5 HTTP/1.1", "2 HTTP/2"], report.Protocols.Select(protocol => protocol.ToString()));
    }

    [Fact]
    public void Columns_and_members_that_have_user_agents_are_counted()
    {
        Assert.Equal(["Edge 1 0 False", "curl 1 1 False"], ReportOf(
            "#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) sc-status",
            "2025-05-12 10:00:00 GET /a 192.0.2.7 Mozilla/5.0+(Windows+NT+10.0)+Chrome/124.0+Safari/537.36+Edg/124.0 200",
            "2025-05-12 10:00:01 GET /a 192.0.2.7 curl/8.5 500",
            "2025-05-12 10:00:02 GET /a 192.0.2.7 - 200").UserAgents.Select(Describe));
        Assert.Equal(["Go 1 0 False"], ReportOf("""{"time":"2025-05-12T10:00:00Z","method":"GET","url":"/a","status_code":200,"http_user_agent":"Go-http-client/2.0"}""").UserAgents.Select(Describe));
        Assert.Equal(["curl 1 1 False"], ReportOf(
            """79a59df900b949e5 shop [24/Jan/2025:07:00:30 +0000] 192.0.2.7 - 3E57427F3EXAMPLE REST.GET.OBJECT a.html "GET /shop/a.html HTTP/1.1" 503 SlowDown 113 - 7 6 "-" "curl/8.5" -""").UserAgents.Select(Describe));
    }

    [Fact]
    public void A_line_that_ends_like_one_before_has_its_user_agent_only_where_that_is_in_the_same_place()
    {
        const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36";
        string[] lines =
        [
            .. Enumerable.Repeat(Access("GET / HTTP/1.1", 200, $" \"-\" \"{Chrome}\""), 3),
            Access("GET / HTTP/1.1", 200, $" \"-\" \"curl/8.5.0\" \"{Chrome[..^1]}\""),
            Access("GET / HTTP/1.1", 200, $" \"{Chrome}\" \"curl/8.5.0\""),
            Access("GET / HTTP/1.1", 200, $" \"-\" \"{Chrome} Edg/124.0.0.0\""),
            Access("GET / HTTP/1.1", 200, $" \"-\" \"x{Chrome} OPR/124.0.0.0\""),
            Access("GET / HTTP/1.1", 500, $" \"-\" \"{Chrome}\""),
            Access("GET / HTTP/1.1", 200, $" \"https://shop.example.com/?{Chrome}\" \"-\""),
        ];
        Assert.Equal(["Chrome 4 1 False", "curl 2 0 False", "Edge 1 0 False", "None 1 0 False", "Opera 1 0 False"], ReportOf(lines).UserAgents.Select(Describe));
    }

    [Fact]
    public void A_log_without_them_has_none()
    {
        LogReport report = ReportOf("2025-05-12 10:00:00 INFO started", "2025-05-12 10:00:00 ERROR curl/8.5 Googlebot");
        Assert.Empty(report.UserAgents);
        Assert.Empty(report.Protocols);
    }

    [Fact]
    public void Merged_reports_have_what_one_over_all_has()
    {
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => Access($"GET / HTTP/{i % 2 + 1}.0", i % 5 == 0 ? 500 : 200, $" \"-\" \"{(i % 3 == 0 ? Firefox : i % 3 == 1 ? $"curl/{i}" : "bingbot")}\""))];
        var merged = new ReportBuilder(new ReportOptions());
        merged.Add(ReportOf(lines[..17]));
        merged.Add(ReportOf(lines[17..]));
        LogReport whole = ReportOf(lines);
        Assert.Equal(whole.UserAgents.Select(Describe), merged.Build().UserAgents.Select(Describe));
        Assert.Equal(whole.Protocols.Select(protocol => (protocol.Value, protocol.Count, protocol.Percent)), merged.Build().Protocols.Select(protocol => (protocol.Value, protocol.Count, protocol.Percent)));
        Assert.Equal(3, whole.UserAgents.Length);
    }

    [Fact]
    public void What_a_later_version_tells_apart_is_counted_as_other()
    {
        ReportState state = ReportState.Of(ReportOf()) with { UserAgents = [new("Some browser of 2040", 7, 2)], Protocols = new() { ["HTTP/9"] = 7, ["HTTP/3"] = 1 } };
        LogReport report = ReportState.Parse(state.ToString()).ToReport(ReportOptions.DefaultTop);
        Assert.Equal(["Other 7 2 False"], report.UserAgents.Select(Describe));
        Assert.Equal("1 HTTP/3", Assert.Single(report.Protocols).ToString());
    }

    private static string Access(string request, int status, string rest) => $"192.0.2.7 - - [12/May/2025:10:00:00 +0200] \"{request}\" {status} 512{rest}";

    private static string Describe(LogUserAgentCount agent) => $"{agent.Family} {agent.Count} {agent.Errors} {agent.IsBot}";

    private static LogReport ReportOf(params string[] lines)
    {
        var builder = new ReportBuilder(new ReportOptions());
        var text = new LinePipeline(new LineSource(null), builder);
        Array.ForEach(lines, text.PushText);
        text.Complete();
        return builder.Build();
    }
}
