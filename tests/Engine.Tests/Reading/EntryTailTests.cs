using System.IO.Compression;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using Xunit;

namespace LogAnalysis.Tests.Reading;

public sealed class EntryTailTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(500)]
    [InlineData(30_000)]
    [InlineData(100_000)]
    public void It_is_the_end_of_what_the_whole_file_reads_as(int count)
    {
        string path = _folder.Write("a.log", Lines(40_000));
        List<string> all = ReadWhole(path);
        Assert.Equal(all.TakeLast(count), Tail(path, count).Select(entry => entry.Text));
    }

    [Fact]
    public void Only_wanted_entries_count()
    {
        string path = _folder.Write("a.log", Lines(40_000));
        LogEntry[] tail = [.. EntryTail.Read(path, ReadOptions.Default, 2, default, entry => entry.Text.Contains("entry 7 ", StringComparison.Ordinal), NoProgress.Instance, CancellationToken.None).Entries];
        Assert.Equal(Lines(6).Length + 1, Assert.Single(tail).LineNumber);
    }

    [Fact]
    public void It_reads_no_more_of_the_file_than_it_needs()
    {
        // What stands before the end is not even text.
        string path = _folder.WriteBytes("a.log", [.. Encoding.UTF8.GetBytes(string.Concat(Lines(300).Select(line => line + "\n"))),
            .. new byte[4 << 20], .. Encoding.UTF8.GetBytes("\n" + string.Concat(Lines(9_000).Select(line => line + "\n")))]);
        Assert.All(Tail(path, 100), entry => Assert.Equal(LogLevel.Error, entry.Level));
        Assert.All(Tail(path, 100), entry => Assert.Null(entry.LineNumber));
    }

    [Fact]
    public void A_log_with_columns_is_recognised_by_what_its_beginning_declares()
    {
        string path = _folder.Write("a.log", ["#Fields: cs-method cs-uri-stem sc-status", .. Enumerable.Repeat("GET /x 503", 60_000)]);
        Assert.Equal(503, Tail(path, 1).Single().StatusCode);
    }

    [Fact]
    public void What_cannot_be_read_backwards_is_read_forwards()
    {
        string text = "2025-01-24 07:00:30 INFO café\n2025-01-24 07:00:31 ERROR lost\n at x\n2025-01-24 07:00:32 INFO end";
        string wide = _folder.WriteBytes("wide.log", Encoding.Unicode.GetBytes(text));
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        string compressed = _folder.WriteBytes("a.gz", stream.ToArray());
        Assert.All([wide, compressed], path => Assert.Equal(["lost", "end"], Tail(path, 2).Select(entry => entry.Message)));
    }

    [Fact]
    public void A_file_that_is_no_text_is_a_fault() =>
        Assert.Equal(LogFileErrorKind.Binary, Assert.Throws<LogFileException>(() => Tail(_folder.WriteBytes("a.bin", [1, 0, 2, 0]), 1)).Kind);

    public void Dispose() => _folder.Dispose();

    /// <summary>Entries of one to three lines.</summary>
    private static string[] Lines(int entries) =>
    [
        .. Enumerable.Range(1, entries).SelectMany(i => Enumerable.Range(0, 1 + (i % 3)).Select(
            line => line == 0 ? $"2025-01-24 07:00:{i % 60:00} ERROR entry {i} " : $"\tat frame {line} of {i}")),
    ];

    private static IReadOnlyCollection<LogEntry> Tail(string path, int count) =>
        EntryTail.Read(path, ReadOptions.Default, count, default, _ => true, NoProgress.Instance, CancellationToken.None).Entries;

    private static List<string> ReadWhole(string path)
    {
        List<string> texts = [];
        using var reader = new EntryReader(path, ReadOptions.Default);
        while (reader.MoveNext())
        {
            texts.Add(reader.Current.Text);
        }

        return texts;
    }
}
