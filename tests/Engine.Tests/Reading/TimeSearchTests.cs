using System.Globalization;
using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

/// <summary>A span of time is found in a file without reading what is around it, and its entries are those of reading it all.</summary>
public sealed class TimeSearchTests : IDisposable
{
    private const int EntryCount = 3000;

    private static readonly DateTime Begin = new(2025, 1, 24, 7, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder _folder = new();

    /// <summary>Logs: what they are like, how their lines are made, and whether a search finds its way in them.</summary>
    public static TheoryData<string, bool> Logs => new()
    {
        { "in order", true },
        { "of several threads, a few seconds out of order", true },
        { "with traces of many lines", true },
        { "with lines that have no time", true },
        { "across the end of a year, which they do not state", true },
        { "JSON lines", true },
        { "with CR LF", true },
        { "without a line end at the end", true },
        { "with much at one moment", true },
        { "of two machines, one behind the other", false },
        { "in no order", false },
        { "backwards", false },
        { "with columns that are declared anew", false },
        { "without times in a long part", false },
        { "with NUL bytes in a long part", false },
        { "without times", false },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Entries_of_a_span_are_those_of_reading_it_all(string kind, bool isSearchable)
    {
        var random = new Random(20250124);
        string path = Write(kind, random);
        long least = long.MaxValue;
        for (int round = 0; round < 24; round++)
        {
            (DateTimeOffset? since, DateTimeOffset? until) = SpanOf(round, random);
            var filter = new EntryFilter { Since = since, Until = until };
            (List<string> all, _) = Read(path, filter, within: null);
            (List<string> found, long bytes) = Read(path, filter, SpanIn(since, until));
            Assert.Equal(all, found);
            least = Math.Min(least, bytes);
        }

        long length = new FileInfo(path).Length;
        Assert.True(isSearchable ? least < length / 2 : least >= length, $"At least {least} bytes of {length} were read.");
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Counts_of_a_span_are_those_of_reading_it_all(string kind, bool isSearchable)
    {
        _ = isSearchable;
        var random = new Random(7);
        string path = Write(kind, random);
        for (int round = 0; round < 6; round++)
        {
            (DateTimeOffset? since, DateTimeOffset? until) = SpanOf(round, random);
            var filter = new EntryFilter { Since = since, Until = until };
            Assert.Equal(Count(path, filter, within: null), Count(path, filter, SpanIn(since, until)));
        }
    }

    [Fact]
    public void A_short_file_is_read_as_it_is()
    {
        string path = Write("in order", new Random(1));
        DateTimeOffset since = Begin.AddMinutes(200);
        (_, long bytes) = Read(path, new EntryFilter { Since = since }, new SearchedSpan(since, Until: null));
        Assert.True(bytes >= new FileInfo(path).Length);
    }

    [Fact]
    public void The_first_and_the_last_times_are_seen_of_a_log_that_has_none_of_the_span()
    {
        string path = Write("in order", new Random(1));
        var filter = new EntryFilter { Since = Begin.AddYears(1) };
        var statistics = new ReadStatistics();
        var options = new ReadOptions { Within = SpanIn(filter.Since, until: null) };
        LogFileReader.Read(path, options, new EntryFilterSink(filter, NoSink.Instance, includesText: null, statistics), NoProgress.Instance, CancellationToken.None);
        Assert.Equal(Begin, statistics.Sources[0].Times.First!.Value.UtcDateTime);
        Assert.Equal(TimeOf(EntryCount - 1), statistics.Sources[0].Times.Last!.Value.UtcDateTime);
    }

    [Fact]
    public void Lines_have_no_numbers_where_those_before_were_not_read()
    {
        string path = Write("in order", new Random(1));
        DateTimeOffset since = Begin.AddMinutes(250);
        var sink = new CollectingSink();
        LogFileReader.Read(path, new ReadOptions { Within = SpanIn(since, until: null) }, new EntryFilterSink(new EntryFilter { Since = since }, sink), NoProgress.Instance, CancellationToken.None);
        Assert.All(sink.Entries, entry => Assert.Null(entry.LineNumber));
    }

    public void Dispose() => _folder.Dispose();

    private static SearchedSpan SpanIn(DateTimeOffset? since, DateTimeOffset? until) =>
        new(since, until) { MinLength = 1 << 12, Spacing = 1 << 13, SampleLength = 1 << 10, HeadLength = 1 << 12 };

    private static (DateTimeOffset? Since, DateTimeOffset? Until) SpanOf(int round, Random random)
    {
        DateTimeOffset since = Begin.AddMinutes(random.Next(-20, 320)).AddSeconds(random.Next(60));
        DateTimeOffset until = since.AddMinutes(random.Next(0, 60));
        return (round % 3) switch
        {
            0 => (since, null),
            1 => (null, until),
            _ => (since, until),
        };
    }

    private static DateTime TimeOf(int entry) => Begin.AddSeconds(6 * entry);

    private static (List<string> Entries, long BytesRead) Read(string path, EntryFilter filter, SearchedSpan? within)
    {
        var content = new CountedContent(path);
        var sink = new CollectingSink();
        LogFileReader.Read(path, new ReadOptions { Within = within, Open = _ => content, TimeZone = TimeZoneInfo.Utc }, new EntryFilterSink(filter, sink), NoProgress.Instance, CancellationToken.None);
        return ([.. sink.Entries.Select(entry => entry.Text)], content.BytesRead);
    }

    private static string Count(string path, EntryFilter filter, SearchedSpan? within)
    {
        string counts = string.Empty;
        var options = new ParallelReadOptions(new ReadOptions { Within = within, TimeZone = TimeZoneInfo.Utc }) { PartitionSize = 1 << 12, Workers = 2 };
        ParallelCounter.Count([path], options, () => FilteredCounter.Of(filter, new ErrorCounter()), result => counts = Describe(result), NoProgress.Instance, CancellationToken.None);
        return counts;
    }

    private static string Describe(FileCount result)
    {
        var errors = (ErrorCounter)((FilteredCounter)result.Counter).Inner;
        return $"{errors.Lines} lines, {errors.Errors} errors";
    }

    private string Write(string kind, Random random)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, EntryCount);
        IEnumerable<string> lines = kind switch
        {
            "of several threads, a few seconds out of order" => numbers.Select(i => Entry(i, TimeOf(i).AddSeconds(random.Next(-20, 20)))),
            "with traces of many lines" => numbers.SelectMany(i => Traced(i, random.Next(20) == 0 ? 30 : 0)),
            "with lines that have no time" => numbers.SelectMany(i => i % 7 == 0 ? [Entry(i), $"worker {i} says: no time here"] : new[] { Entry(i) }),
            "across the end of a year, which they do not state" => numbers.Select(i => TimeOf(i).AddDays(-23).AddHours(-9).ToString("MMM dd HH:mm:ss", CultureInfo.InvariantCulture) + $" host app[{i}]: error: request {i} failed"),
            "JSON lines" => numbers.Select(i => $$"""{"time":"{{TimeOf(i):O}}","level":"error","msg":"request {{i}} failed"}"""),
            "with CR LF" => numbers.Select(i => Entry(i) + "\r"),
            "with much at one moment" => numbers.Select(i => Entry(i, TimeOf(i is > 1000 and < 2500 ? 1000 : i))),
            "of two machines, one behind the other" => numbers.Select(i => Entry(i, TimeOf(2 * (i % (EntryCount / 2))))),
            "in no order" => numbers.Select(i => Entry(i, TimeOf(random.Next(EntryCount)))),
            "backwards" => numbers.Select(i => Entry(i, TimeOf(EntryCount - i))),
            "with columns that are declared anew" => numbers.SelectMany(i => Columns(i)),
            "without times in a long part" => numbers.Select(i => i is > 1000 and < 2500 ? $"worker {i} says nothing of when, and goes on for a while" : Entry(i)),
            "with NUL bytes in a long part" => numbers.Select(i => i is > 1000 and < 2500 ? Entry(i) + "\0\0" : Entry(i)),
            "without times" => numbers.Select(i => $"worker {i} says nothing of when"),
            _ => numbers.Select(i => Entry(i)),
        };
        string text = string.Join('\n', lines);
        return _folder.WriteBytes("a.log", Encoding.UTF8.GetBytes(kind == "without a line end at the end" ? text : text + "\n"));
    }

    private static string Entry(int number, DateTime? time = null) =>
        $"{time ?? TimeOf(number):yyyy-MM-dd HH:mm:ss.fff}Z {(number % 3 == 0 ? "ERROR" : "INFO ")} request {number} took {number % 97} ms";

    private static IEnumerable<string> Traced(int number, int frames) =>
        [Entry(number), .. Enumerable.Range(0, frames).Select(frame => $"    at org.example.Service.call{frame}(Service.java:{frame})")];

    private static IEnumerable<string> Columns(int number) =>
        number % 1500 == 0
            ? [$"#Fields: {(number == 0 ? "date time sc-status cs-uri-stem" : "date time cs-uri-stem sc-status")}", Row(number)]
            : [Row(number)];

    private static string Row(int number) =>
        $"{TimeOf(number):yyyy-MM-dd HH:mm:ss} " + (number < 1500 ? $"500 /orders/{number}" : $"/orders/{number} 500");

    private sealed class CountedContent(string path) : WrappedContent(path)
    {
        private long _bytesRead;

        public long BytesRead => _bytesRead;

        public override int Read(Span<byte> block, long offset)
        {
            int length = base.Read(block, offset);
            Interlocked.Add(ref _bytesRead, length);
            return length;
        }
    }
}
