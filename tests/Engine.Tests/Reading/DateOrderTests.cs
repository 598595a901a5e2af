using System.Globalization;
using System.IO.Compression;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Fuzzing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

/// <summary>The order of day and month is decided once for a file, and the same whoever reads it.</summary>
public sealed class DateOrderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]

    // A day beyond 12 decides, wherever it is.
    [InlineData("04/03/2025 12/03/2025 13/03/2025", "2025-12-31", "2025-03-04 2025-03-12 2025-03-13")]
    [InlineData("13/03/2025 04/03/2025", "2025-12-31", "2025-03-13 2025-03-04")]
    [InlineData("03/04/2025 03/13/2025", "2025-12-31", "2025-03-04 2025-03-13")]
    [InlineData("05-07-2025 02-21-2025", "2025-12-31", "2025-05-07 2025-02-21")]
    [InlineData("04.03.2025 13.03.2025", "2025-12-31", "2025-03-04 2025-03-13")]
    [InlineData("03.04.2025 03.13.2025", "2025-12-31", "2025-03-04 2025-03-13")]
    [InlineData("03/04/25 03/13/25", "2025-12-31", "2025-03-04 2025-03-13")]
    [InlineData("04/03/25 13/03/25 31/03/25", "2025-12-31", "2025-03-04 2025-03-13 2025-03-31")]
    [InlineData("03/04 13/04", "2025-12-31", "2025-04-03 2025-04-13")]

    // So does the weekday.
    [InlineData("Tue 04/03/2025", "2025-12-31", "2025-03-04")]
    [InlineData("Thu 04/03/2025", "2025-12-31", "2025-04-03")]

    // A log is not of the future.
    [InlineData("04/03/2025", "2025-03-20", "2025-03-04")]
    [InlineData("03.04.2025", "2025-03-20", "2025-03-04")]
    [InlineData("05/03/25", "2025-03-20", "2025-03-05")]

    // Its lines follow each other, rather than to jump by months.
    [InlineData("03/04/2025 04/04/2025 05/04/2025", "2025-12-31", "2025-04-03 2025-04-04 2025-04-05")]
    [InlineData("03/04/2025 03/05/2025 03/06/2025", "2025-12-31", "2025-03-04 2025-03-05 2025-03-06")]
    [InlineData("03.04.2025 03.05.2025 03.06.2025", "2025-12-31", "2025-03-04 2025-03-05 2025-03-06")]
    [InlineData("23/03/24 23/03/25", "2025-12-31", "2023-03-24 2023-03-25")]
    [InlineData("23/03/24 24/03/24", "2025-12-31", "2024-03-23 2024-03-24")]

    // The last one is when the log was written last.
    [InlineData("03/04/2025", "2025-04-03", "2025-04-03")]
    [InlineData("03/04/2025", "2025-03-05", "2025-03-04")]
    [InlineData("03.04.2025", "2025-03-04", "2025-03-04")]
    [InlineData("24/03/25", "2025-03-24", "2025-03-24")]
    [InlineData("24/03/25", "2024-03-25", "2024-03-25")]

    // Years of two digits are recent.
    [InlineData("03/04/25", "2025-12-31", "2025-03-04")]
    [InlineData("25/03/04", "2025-12-31", "2025-03-04")]
    [InlineData("04.03.25", "2025-12-31", "2025-03-04")]

    // Where nothing tells, the custom does.
    [InlineData("03/04/2025", "2025-12-31", "2025-03-04")]
    [InlineData("03.04.2025", "2025-12-31", "2025-04-03")]
    [InlineData("03-04-2025", "2025-12-31", "2025-04-03")]
    [InlineData("03/04", "2025-12-31", "2025-03-04")]

    // Each kind of date has its own order.
    [InlineData("03/04/2025 05.04.2025 13/04/2025", "2025-12-31", "2025-04-03 2025-04-05 2025-04-13")]
    public void All_of_a_file_decides_for_each_line(string dates, string lastWritten, string expected)
    {
        string[] lines = [.. dates.Replace("Tue ", "Tue_", StringComparison.Ordinal).Replace("Thu ", "Thu_", StringComparison.Ordinal).Split(' ').Select(date => date.Replace('_', ' ') + " 07:00:30 ERROR lost")];
        AssertRead(lines, DateTime.Parse(lastWritten, CultureInfo.InvariantCulture), expected.Split(' '));
    }

    [Theory]
    [InlineData(20_000, 100)]
    [InlineData(40_000, 39_999)]
    [InlineData(100_000, 80_000)]
    public void A_day_in_the_middle_or_at_the_end_of_a_long_log_decides(int count, int decisive)
    {
        string[] lines = [.. Enumerable.Range(0, count).Select(i => $"{(i < decisive ? "12" : "13")}/03/2025 07:00:30 INFO {i} is a line of some fifty characters")];
        AssertRead(lines, new DateTime(2026, 5, 4), [.. lines.Select(line => $"2025-03-{line[..2]}")]);
    }

    [Fact]
    public void A_file_in_another_encoding_is_read_alike()
    {
        string path = _folder.WriteBytes("a.log", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("04/03/2025 07:00:30 ERROR a\r\n13/03/2025 07:00:30 ERROR b\r\n")]);
        Assert.Equal(["2025-03-04", "2025-03-13"], Days(CollectingSink.Read(path)));
        Assert.Equal(["2025-03-04", "2025-03-13"], Days(Follow(path, new FollowOptions { FromStart = true, Follow = false })));
    }

    [Fact]
    public void Dates_and_times_that_are_two_fields_are_read_alike()
    {
        string path = _folder.Write("a.log", "Date,Time,Level,Message", "04/03/2025,07:00:30,ERROR,a", "13/03/2025,07:00:30,ERROR,b");
        Assert.Equal(["2025-03-04", "2025-03-13"], Days(CollectingSink.Read(path).Where(entry => !entry.IsContinuation)));
    }

    [Fact]
    public void A_follower_goes_on_to_learn()
    {
        string path = _folder.Write("a.log", "12/03/2025 07:00:30 INFO a");
        File.SetLastWriteTime(path, new DateTime(2026, 5, 4));
        using var probe = new FollowerProbe(new FollowOptions { FromStart = true }, path);
        probe.TakeUntil(1);
        File.AppendAllText(path, "13/03/2025 07:00:31 INFO b\n12/03/2025 07:00:32 INFO c\n");
        probe.TakeUntil(3);
        Assert.Equal(["2025-12-03", "2025-03-13", "2025-03-12"], Days(probe.Entries));
    }

    [Fact]
    public void Strings_for_whose_results_nobody_waits_are_looked_at_ahead()
    {
        string[] lines = ["12/03/2025 07:00:30 INFO a", "13/03/2025 07:00:31 INFO b", "12/03/2025 07:00:32 INFO c"];
        Assert.Equal(["2025-03-12", "2025-03-13", "2025-03-12"], Days(Strings(lines, new LineSource(null) { LooksAhead = true })));
        Assert.Equal(["2025-12-03", "2025-03-13", "2025-03-12"], Days(Strings(lines, new LineSource(null) { Dates = new() })));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertRead(string[] lines, DateTime lastWritten, string[] expected)
    {
        string path = Write("a.log", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), lastWritten);
        string gzip = Write("b.log.gz", Gzip(File.ReadAllBytes(path)), lastWritten);
        foreach (string file in new[] { path, gzip })
        {
            Assert.Equal(expected, Days(CollectingSink.Read(file)));
            Assert.Equal(expected, Days(ReadEntries(file)));
            Assert.Equal(expected.TakeLast(2), Days(EntryTail.Read(file, ReadOptions.Default, 2, default, _ => true, NoProgress.Instance, CancellationToken.None).Entries));
            Assert.Equal(expected, Scan(file));
            Assert.Equal(expected, Days(Follow(file, new FollowOptions { FromStart = true, Follow = false })));
            Assert.Equal(expected.TakeLast(1), Days(Follow(file, new FollowOptions { Tail = 1, Follow = false })));
        }

        using var live = new FollowerProbe(new FollowOptions { FromStart = true }, path);
        live.TakeUntil(lines.Length);
        Assert.Equal(expected, Days(live.Entries));
    }

    private string Write(string name, byte[] bytes, DateTime lastWritten)
    {
        string path = _folder.WriteBytes(name, bytes);
        File.SetLastWriteTime(path, lastWritten);
        return path;
    }

    private static IEnumerable<string> Days(IEnumerable<LogEntry> entries) =>
        entries.Select(entry => entry.Timestamp?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none");

    private static IEnumerable<LogEntry> ReadEntries(string path)
    {
        using var reader = new EntryReader(path, ReadOptions.Default);
        while (reader.MoveNext())
        {
            yield return reader.Current;
        }
    }

    private static IEnumerable<string> Scan(string path)
    {
        var counter = new TranscriptCounter();
        var options = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 1000, Workers = 3 };
        ParallelCounter.Count([path], options, () => counter, _ => { }, NoProgress.Instance, CancellationToken.None);
        return counter.Lines.Skip(1).Select(line => line[(line.IndexOf('T', StringComparison.Ordinal) - 10)..][..10]);
    }

    private static List<LogEntry> Follow(string path, FollowOptions options)
    {
        using var probe = new FollowerProbe(options, path);
        probe.TakeAll();
        return probe.Entries;
    }

    private static List<LogEntry> Strings(string[] lines, LineSource source)
    {
        var sink = new CollectingSink();
        var strings = new LinePipeline(source, sink);
        Array.ForEach(lines, strings.PushText);
        strings.Complete();
        return sink.Entries;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
