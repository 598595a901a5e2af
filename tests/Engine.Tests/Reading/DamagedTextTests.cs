using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Model;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Fuzzing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

/// <summary>Logs with holes, with damage, or with UTF-16 in them: what is text is read, and alike by every reader.</summary>
public sealed class DamagedTextTests : IDisposable
{
    private const string Info = DamagedLog.Info;

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Logs => [.. DamagedLog.All.Select(log => log.Name)];

    [Theory]
    [MemberData(nameof(Logs))]
    public void Every_reader_finds_the_same(string what)
    {
        DamagedLog log = DamagedLog.All.Single(log => log.Name == what);
        (int entries, int errors, int unreadable) = (log.Entries, log.Errors, log.Unreadable);
        string path = _folder.WriteBytes("a.log", log.Bytes);
        var expected = new TranscriptCounter();
        LogFileReader.Read(path, ReadOptions.Default, expected, NoProgress.Instance, CancellationToken.None, out UnreadableText found);
        Assert.Equal((entries, errors, unreadable), (CountEntries(expected), CountErrors(expected), (int)found.Count));

        FileCount parallel = Scan(path);
        Assert.Equal(expected.Lines, ((TranscriptCounter)parallel.Counter).Lines);
        Assert.Equal(found, parallel.Unreadable);

        Assert.Equal((entries, errors, unreadable), ReadStrings(path));
        Assert.Equal((entries, errors), Follow(path));
        Assert.Equal(errors, EntryTail.Read(path, ReadOptions.Default, int.MaxValue, default, entry => entry.Level == LogLevel.Error, NoProgress.Instance, CancellationToken.None).Entries.Count);
    }

    [Theory]
    [InlineData("utf-16", "\n")]
    [InlineData("utf-16BE", "\r\n")]
    public void Lines_of_single_bytes_may_come_and_go_in_UTF_16(string name, string lineEnd)
    {
        var encoding = Encoding.GetEncoding(name);
        string[] lines = ["2025-01-24 07:00:30 INFO Größe", "2025-01-24 07:00:31 ERROR 上下文 ਊ", "ok", "2025-01-24 07:00:32 ERROR cut"];
        byte[] wide = encoding.GetBytes(string.Concat(lines.Select(line => line + lineEnd)));
        byte[] single = Bytes(string.Concat(lines.Select(line => line + lineEnd)));
        string path = _folder.WriteBytes("a.log", [.. encoding.GetPreamble(), .. wide, .. single, .. wide, .. single, .. single[..^lineEnd.Length]]);
        string[] expected = [.. Enumerable.Repeat(lines, 5).SelectMany(all => all)];
        Assert.Equal(expected, CollectingSink.Read(path).Select(entry => entry.Text));
        Assert.Equal(expected, FollowTexts(path));
    }

    [Fact]
    public void Letters_whose_bytes_are_those_of_ASCII_stay_what_they_are()
    {
        string[] lines = ["2025-01-24 07:00:31 ERROR 上下文中的错误", "上", "上海上海上海", "扩展", "2025-01-24 07:00:32 ERROR ਊਊ"];
        string path = _folder.WriteBytes("a.log", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(string.Join("\n", lines) + "\n")]);
        Assert.Equal(lines, CollectingSink.Read(path).Select(entry => entry.Text));
        Assert.Equal(lines, FollowTexts(path));
    }

    [Theory]
    [InlineData("Größe überschritten")]
    [InlineData("соединение закрыто")]
    public void Other_characters_than_those_of_ASCII_are_found_in_UTF_16_too(string message)
    {
        string line = $"2025-01-24 07:00:31 ERROR {message}";
        foreach (Encoding encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            string path = _folder.WriteBytes("a.log", [.. Bytes(Info), .. encoding.GetBytes(line + "\r\n"), .. Bytes(Info)]);
            Assert.Equal(message, CollectingSink.Read(path)[1].Message);
        }
    }

    [Fact]
    public void Dates_behind_a_hole_are_read_in_the_order_that_they_show()
    {
        string path = _folder.WriteBytes("a.log", [.. new byte[20_000], .. Bytes("03/04/2025 07:00:30 ERROR lost\n13/04/2025 07:00:30 ERROR lost\n")]);
        Assert.Equal([4, 4], CollectingSink.Read(path).Where(entry => entry.Text.Length > 0).Select(entry => entry.Timestamp!.Value.Month));
        Assert.Equal([4, 4], FollowAll(path).Entries.Where(entry => entry.Text.Length > 0).Select(entry => entry.Timestamp!.Value.Month));
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_text()
    {
        string path = _folder.WriteBytes("a.log", [.. new byte[100], .. Encoding.Latin1.GetBytes("2025-01-24 07:00:31 ERROR Größe Äußerung äöüÄÖÜß\nÄÖÜ äöü\n"), .. Bytes(Info)]);
        Assert.Equal(3, CollectingSink.Read(path).Count(entry => entry.Text.Length > 0));
    }

    [Fact]
    public void What_has_no_lines_of_text_is_no_text()
    {
        Assert.All(
            new[] { new byte[5000], [1, 0, 2, 0], DamagedLog.Noise(9000), [.. "SQLite format 3\0"u8, .. new byte[2000], .. Bytes(string.Concat(Enumerable.Repeat("CREATE TABLE log\n", 200)))] },
            bytes => Assert.Equal(LogFileErrorKind.Binary, Assert.Throws<LogFileException>(() => CollectingSink.Read(_folder.WriteBytes("a.bin", bytes))).Kind));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static int CountEntries(TranscriptCounter transcript) => transcript.Lines.Count(line => char.IsAsciiDigit(line[0]) && !line.Contains(" ... ", StringComparison.Ordinal));

    private static int CountErrors(TranscriptCounter transcript) => transcript.Lines.Count(line => line.Contains(" Error  ", StringComparison.Ordinal));

    private static FileCount Scan(string path)
    {
        List<FileCount> results = [];
        var options = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 50_000, Workers = 2 };
        ParallelCounter.Count([path], options, () => new TranscriptCounter(), results.Add, NoProgress.Instance, CancellationToken.None);
        return results.Single();
    }

    /// <summary>What the pipeline gets from <c>Get-Content</c>.</summary>
    private static (int Entries, int Errors, int Unreadable) ReadStrings(string path)
    {
        var transcript = new TranscriptCounter();
        var lines = new LinePipeline(new LineSource(path), transcript);
        foreach (string line in File.ReadLines(path))
        {
            lines.PushText(line);
        }

        lines.Complete();
        return (CountEntries(transcript), CountErrors(transcript), (int)lines.Parser.Unreadable.Count);
    }

    private static (int Entries, int Errors) Follow(string path)
    {
        CollectingFollowSink sink = FollowAll(path);
        return (sink.Entries.Count(entry => !entry.IsContinuation), sink.Entries.Count(entry => !entry.IsContinuation && entry.Level == LogLevel.Error));
    }

    private static List<string> FollowTexts(string path) => FollowAll(path).Texts;

    private static CollectingFollowSink FollowAll(string path)
    {
        var sink = new CollectingFollowSink();
        using var file = new TailedPath(path, new FollowOptions { FromStart = true }, sink, new FileRegistry(new OpenHandles(100)), failure => throw failure);
        file.Start();
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Look() || file.Read(block))
        {
        }

        file.Complete();
        return sink;
    }
}
