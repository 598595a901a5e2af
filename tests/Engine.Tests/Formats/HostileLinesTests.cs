using System.Text;
using LogAnalysis.Tests.Fuzzing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>Whoever can write to a log can write anything: nothing in a line makes reading it fail.</summary>
public sealed class HostileLinesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_line_is_read_and_its_properties_can_be_asked_for(int seed)
    {
        var random = new Random(seed);
        string[] lines = [.. Enumerable.Range(0, 40_000).Select(i => HostileLines.Mutate(random, HostileLines.Seeds[i % HostileLines.Seeds.Length]))];
        List<LogEntry> entries = CollectingSink.ReadText(lines);
        Assert.Equal(lines.Length, entries.Sum(entry => entry.AsLine().LineCount));
        Assert.All(entries, entry => _ = (entry.Message, entry.Timestamp, entry.StatusCode, entry.Text));
    }

    [Theory]
    [InlineData("{\"a\":", "[", "")]
    [InlineData("{\"msg\":\"", "\\\"", "\"}")]
    [InlineData("2025-01-24 07:00:30 ", "[", "")]
    [InlineData("1.2.3.4 - - [17/May/2025:10:05:03 +0000] \"", "\\\" ", "")]
    [InlineData("1.2.3.4 - - [17/May/2025:10:05:03 +0000] \"", "\" 200 ", "")]
    [InlineData("", "error=null ", "")]
    [InlineData("", "[a] ", "Completed 200 OK in 1ms")]
    [InlineData("2025-01-24 07:00:30 INFO ", "a.[b] ", "")]
    [InlineData("<11>Jan 24 07:00:30 host app: ", "<11>Jan 24 07:00:30 host app: ", "")]
    [InlineData("", "{\"log\":\"", "")]
    [InlineData("{\"log\":\"", "\\u001b[", "\",\"stream\":\"stdout\",\"time\":\"2025-01-24T07:00:30Z\"}")]
    [InlineData("{\"resourceLogs\":[", "{\"logRecords\":[{", "")]
    [InlineData("{\"a\":1}", "{\"a\":1}", "")]
    [InlineData("[", "{\"a\":[", "")]
    [InlineData("<Event>", "<a>", "")]
    [InlineData("<Event>", "<a", "")]
    [InlineData("<log4j:event level=\"ERROR\">", "<![CDATA[", "")]
    [InlineData("<![LOG[", "]LOG]!>", "")]
    [InlineData("#Fields: ", "sc-status ", "")]
    [InlineData("level", ",level", "")]
    [InlineData("2025-01-24 07:00:30 UTC,", "\"\",", "")]
    [InlineData("1.2.3.4:5 [06/Feb/2009:12:14:14.655] ", "a/b ", "")]
    [InlineData("10.0.0.7 ", "\" ", "\"GET / HTTP/1.1\" 200")]
    [InlineData("", "goroutine 1 [running]:", "")]
    public void A_long_line_of_the_worst_kind_is_read(string before, string repeated, string after)
    {
        string line = before + new StringBuilder().Insert(0, repeated, 900_000 / repeated.Length) + after;
        LogEntry entry = CollectingSink.Read(_folder.Write("a.log", line, "next"))[0];
        Assert.Equal(line.Length, entry.Text.Length);
        Assert.NotNull(entry.Message);
    }

    [Theory]
    [InlineData("Event[0]:", "")]
    [InlineData("Event[0]:", "  Level: Warning", "", "x")]
    [InlineData("Jan 24, 2025 7:00:30 AM com.example.Orders pay", "")]
    public void A_header_may_break_off_anywhere(params string[] lines) =>
        Assert.Equal(lines.Length, CollectingSink.ReadText(lines).Count);

    public void Dispose() => _folder.Dispose();
}
