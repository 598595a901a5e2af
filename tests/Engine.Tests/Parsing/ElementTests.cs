using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Parsing;

/// <summary>Entries that are elements, over several lines or several in a line.</summary>
public sealed class ElementTests : IDisposable
{
    private const int Many = 12_000;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, string, string> Documents => new()
    {
        { "[", """{"time":"2025-01-24T07:00:30Z","level":"error","message":"order # failed"}""", ",", "]" },
        { "{\"Records\": [", """{"time":"2025-01-24T07:00:30Z","level":"error","message":"order # failed","items":[{"a":1}]}""", ", ", "], \"next\": \"x\"}" },
        { "<Events>", "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Level>2</Level></System><EventData><Data>order # failed</Data></EventData></Event>", "", "</Events>" },
        { "", """<![LOG[order # failed]LOG]!><time="07:00:30.1" date="1-24-2025" component="a" context="" type="3" thread="1" file="">""", "", "" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_line_of_any_length_gives_all_that_it_has(string before, string element, string between, string after)
    {
        string line = before + string.Join(between, Enumerable.Range(0, Many).Select(i => element.Replace("#", $"{i} of the shop in the old town", StringComparison.Ordinal))) + after;
        string path = _folder.Write("a.log", line, "2025-01-24 07:00:31 ERROR next");
        List<LogEntry> entries = CollectingSink.Read(path);
        Assert.Equal(Many + 1, entries.Count(entry => !entry.IsContinuation && entry.Level == LogLevel.Error));
        Assert.Equal($"order {Many - 1} of the shop in the old town failed", entries.Last(entry => entry.Message.StartsWith("order", StringComparison.Ordinal)).Message);
        Assert.Equal((2, 2L), (entries.Sum(entry => entry.AsLine().LineCount), entries[^1].LineNumber));
        Assert.Equal(Many + 1, Count(path));
        Assert.Equal(entries.Select(entry => entry.Message), CollectingSink.ReadText(line, "2025-01-24 07:00:31 ERROR next").Select(entry => entry.Message));
    }

    [Fact]
    public void Elements_behind_the_beginning_of_an_event_are_read_whether_that_was_passed_on_or_not()
    {
        byte[][] lines = ["Event[1]\n"u8.ToArray(), "<log4net:event level=\"INFO\"></log4net:event><log4net:event level=\"FATAL\"></log4net:event>\n"u8.ToArray()];
        string[] texts = ["Event[1]", "<log4net:event level=\"INFO\"></log4net:event>", "<log4net:event level=\"FATAL\"></log4net:event>"];
        foreach (bool isFollowed in new[] { false, true })
        {
            var sink = new CollectingSink();
            var pipeline = new LinePipeline(new LineSource(null), sink);
            foreach (byte[] line in lines)
            {
                pipeline.Push(line);
                if (isFollowed)
                {
                    pipeline.Flush();
                }
            }

            pipeline.Complete();
            Assert.Equal(texts, sink.Entries.Select(entry => entry.Text));
        }
    }

    [Fact]
    public void An_element_without_an_end_hides_nothing()
    {
        string[] lines = ["<log4j:event level=\"ERROR\">", .. Enumerable.Range(0, 40_000).Select(i => $"2025-01-24 07:00:30 ERROR lost {i}")];
        string path = _folder.Write("a.log", lines);
        Assert.Equal(lines, CollectingSink.Read(path).Select(entry => entry.Text));
        Assert.Equal(40_001, Count(path));
    }

    [Fact]
    public void Entries_are_whole()
    {
        string path = _folder.Write("a.log", "[", "  {", "    \"level\": \"error\",", "    \"message\": \"lost\\nfor good\"", "  },", "  {", "    \"level\": \"info\"", "  }", "]");
        using var reader = new EntryReader(path, ReadOptions.Default);
        List<LogEntry> entries = [];
        while (reader.MoveNext())
        {
            entries.Add(reader.Current);
        }

        LogEntry error = entries.Single(entry => entry.Level == LogLevel.Error);
        Assert.Equal(("lost\nfor good", 2L, "  {\n    \"level\": \"error\",\n    \"message\": \"lost\\nfor good\"\n  },"), (error.Message, error.LineNumber, error.Text));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public void The_last_entries_are_whole_wherever_the_window_begins(int count)
    {
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 20_000).SelectMany(i => new[] { "{", $"  \"time\": \"2025-01-24T07:00:30Z\",", "  \"level\": \"error\",", $"  \"message\": \"order {i}\"", "}" })]);
        LogEntry[] last = [.. EntryTail.Read(path, ReadOptions.Default, count, default, _ => true, NoProgress.Instance, CancellationToken.None).Entries];
        Assert.Equal(Enumerable.Range(20_000 - count, count).Select(i => $"order {i}"), last.Select(entry => entry.Message));
    }

    public void Dispose() => _folder.Dispose();

    private static long Count(string path)
    {
        var counter = new ErrorCounter();
        var options = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 100_000, Workers = 2 };
        ParallelCounter.Count([path], options, () => counter, _ => { }, NoProgress.Instance, CancellationToken.None);
        return counter.Errors;
    }
}
