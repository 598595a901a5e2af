using System.IO.Compression;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

public sealed class LogFileReaderTests : IDisposable
{
    private const string Log = "2025-01-24 07:00:30 INFO café\n2025-01-24 07:00:31 ERROR naïve €\n";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Log) },
        { "UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Log)] },
        { "UTF-16 little endian", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Log)] },
        { "UTF-16 big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Log)] },
        { "UTF-16 little endian without a mark", Encoding.Unicode.GetBytes(Log) },
        { "UTF-16 big endian without a mark", Encoding.BigEndianUnicode.GetBytes(Log) },
        { "UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Log)] },
        { "gzip", Gzip(Log) },
        { "UTF-16 in gzip", Gzip(Encoding.Unicode.GetBytes(Log)) },
        { "CR LF and LF", Encoding.UTF8.GetBytes(Log.Replace("café\n", "café\r\n", StringComparison.Ordinal)) },
        { "gzip in two members", [.. Gzip(Log[..20]), .. Gzip(Log[20..])] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_log_reads_the_same_however_it_is_stored(string name, byte[] bytes)
    {
        List<LogEntry> entries = CollectingSink.Read(_folder.WriteBytes(name, bytes));
        Assert.Equal(["café", "naïve €"], entries.Select(entry => entry.Message));
        Assert.Equal([LogLevel.Information, LogLevel.Error], entries.Select(entry => entry.Level));
    }

    [Fact]
    public void An_encoding_that_is_stated_counts_where_the_file_has_no_mark()
    {
        var latin1 = new ReadOptions { Encoding = Encoding.Latin1 };
        string plain = _folder.WriteBytes("latin1.log", Encoding.Latin1.GetBytes("2025-01-24 07:00:30 INFO café\n"));
        string marked = _folder.WriteBytes("marked.log", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("2025-01-24 07:00:30 INFO café\n")]);
        Assert.Equal("café", CollectingSink.Read(plain, latin1).Single().Message);
        Assert.Equal("café", CollectingSink.Read(marked, latin1).Single().Message);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_replaced_and_shift_nothing()
    {
        string path = _folder.WriteBytes("a.log", [.. "2025-01-24 07:00:30 ERROR bad \xFF\xC3 byte\nnext\n".Select(c => (byte)c)]);
        LogEntry entry = CollectingSink.Read(path)[0];
        Assert.Equal("bad \uFFFD\uFFFD byte", entry.Message);
        Assert.Equal(LogLevel.Error, entry.Level);
    }

    [Fact]
    public void Every_fault_of_a_file_has_a_name()
    {
        Assert.Equal(LogFileErrorKind.NotFound, KindOf(_folder.Combine("missing.log")));
        Assert.Equal(LogFileErrorKind.NotFound, KindOf(_folder.Combine("no/such/folder/a.log")));
        Assert.Equal(LogFileErrorKind.IsDirectory, KindOf(_folder.Path));
        Assert.Equal(LogFileErrorKind.Binary, KindOf(_folder.WriteBytes("a.bin", [1, 0, 2, 0])));
        Assert.Equal(LogFileErrorKind.ReadFailed, KindOf(_folder.WriteBytes("a.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF])));
    }

    [Fact]
    public void Reading_leaves_writers_free_to_write_rename_and_delete()
    {
        string path = _folder.Write("a.log", "first");
        using (LogFileHandle.Open(path))
        {
            File.AppendAllText(path, "second\n");
            File.Move(path, path + ".1");
            File.Delete(path + ".1");
        }
    }

    [UnixFact("On Windows such a writer is entitled to be alone.")]
    public void A_writer_that_shares_with_nobody_and_a_reader_do_not_keep_each_other_out()
    {
        string path = _folder.Write("a.log", "first");
        using (LogFileHandle.Open(path))
        {
            File.Open(path, FileMode.Append, FileAccess.Write, FileShare.None).Dispose();
        }

        using FileStream writer = File.Open(path, FileMode.Append, FileAccess.Write, FileShare.None);
        Assert.Single(CollectingSink.Read(path));
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        string path = _folder.Write("a.log", "one");
        Assert.Throws<OperationCanceledException>(
            () => LogFileReader.Read(path, ReadOptions.Default, new CollectingSink(), NoProgress.Instance, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_stands_before_a_damage_is_the_same_in_whatever_way_it_is_read(int linesOfHeader)
    {
        string[] header = ["Event[0]:", "  Level: Warning", "  Date: 2025-01-24T07:00:30.139"];
        string[] text = [.. Enumerable.Range(0, 9000).Select(i => $"2025-01-24 07:00:30 ERROR line {i} {i * 7919L}"), .. header[..linesOfHeader]];
        string path = _folder.WriteBytes("a.log.gz", [.. Gzip(string.Concat(text.Select(line => line + "\n"))), 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]);
        var lines = new CollectingSink();
        Assert.Throws<LogFileException>(() => LogFileReader.Read(path, ReadOptions.Default, lines, NoProgress.Instance, CancellationToken.None));
        List<string> entries = [];
        Assert.Throws<LogFileException>(() =>
        {
            using var reader = new EntryReader(path, ReadOptions.Default);
            while (reader.MoveNext())
            {
                entries.Add(reader.Current.Text);
            }
        });
        Assert.Equal(lines.Entries.Select(entry => entry.Text), entries.SelectMany(entry => entry.Split('\n')));
        Assert.Equal(text, entries.SelectMany(entry => entry.Split('\n')));
    }

    public void Dispose() => _folder.Dispose();

    private static LogFileErrorKind KindOf(string path) => Assert.Throws<LogFileException>(() => CollectingSink.Read(path)).Kind;

    private static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    private static byte[] Gzip(byte[] text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
        {
            gzip.Write(text);
        }

        return stream.ToArray();
    }
}
