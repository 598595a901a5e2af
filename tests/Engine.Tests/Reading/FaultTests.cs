using System.IO.Compression;
using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

/// <summary>A read that fails midway gives what was read, and an error that says up to where: however the file is read.</summary>
public sealed class FaultTests : IDisposable
{
    private const int Lines = 40_000;
    private const int PartLength = 100_000;
    private static readonly byte[] Log = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Lines).Select(i => $"2025-01-24 07:00:30 ERROR {i:D8}\n")));
    private static readonly int LineLength = Log.Length / Lines;

    private readonly TempFolder _folder = new();

    /// <summary>Within a line, between two, at the end of a block, and in the last line, which lacks its end then.</summary>
    public static TheoryData<int> Places => [LineLength * 3 / 2, LineLength * 1000, 1 << 20, (1 << 20) + 1, Log.Length - 1];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_disk_that_fails_midway_yields_the_whole_lines_before_to_every_reader(int place)
    {
        string path = _folder.WriteBytes("a.log", Log);
        ReadOptions faulty = FaultyFile.Options(place);

        var sink = new CollectingSink();
        LogFileException failure = Assert.Throws<LogFileException>(() => LogFileReader.Read(path, faulty, sink, NoProgress.Instance, CancellationToken.None));
        AssertPartial(failure, place, sink.Entries.Count);

        int count = 0;
        using var reader = new EntryReader(path, faulty);
        failure = Assert.Throws<LogFileException>(() => { for (; reader.MoveNext(); count++) { } });
        AssertPartial(failure, place, count);

        using var ahead = new EntryReadAhead(path, faulty, new EntryFilter(), CancellationToken.None);
        count = 0;
        failure = Assert.Throws<LogFileException>(() => { foreach (LogEntry[] batch in ahead.Batches()) { count += batch.Length; } });
        AssertPartial(failure, place, count);

        foreach (int workers in (int[])[1, 3])
        {
            FileCount result = Scan(new ParallelReadOptions(faulty) { PartitionSize = 100_000, Workers = workers }, path)[0];
            AssertPartial(result.Failure!, place, ((ErrorCounter)result.Counter).Errors);
        }
    }

    [Fact]
    public void A_disk_that_gives_a_few_bytes_at_a_time_changes_nothing()
    {
        string path = _folder.WriteBytes("a.log", Log[..(LineLength * 1000)]);
        ReadOptions slow = FaultyFile.Options(long.MaxValue, maxAtOnce: 7);
        Assert.Equal(1000, CollectingSink.Read(path, slow).Count);
        FileCount result = Scan(new ParallelReadOptions(slow) { PartitionSize = 1000 }, path)[0];
        Assert.Equal((null, 1000L), (result.Failure, ((ErrorCounter)result.Counter).Errors));
    }

    [Fact]
    public void The_other_files_are_counted_to_their_ends()
    {
        string[] paths = [.. Enumerable.Range(0, 5).Select(i => _folder.WriteBytes($"{i}.log", Log))];
        var options = new ParallelReadOptions(ReadOptions.Default) { Open = path => path == paths[2] ? new FaultyFile(path, LineLength * 10, int.MaxValue) : LogContent.Open(path) };
        Assert.Equal([Lines, Lines, 10, Lines, Lines], Scan(options, paths).Select(result => (int)((ErrorCounter)result.Counter).Errors));
    }

    [Fact]
    public void A_file_that_is_truncated_while_it_is_read_yields_what_was_read_and_an_error()
    {
        string path = _folder.WriteBytes("a.log", Log);
        var sink = new CollectingSink();
        LogFileException failure = Assert.Throws<LogFileException>(() => LogFileReader.Read(path, ReadOptions.Default, sink, new OnProgress(() => Truncate(path)), CancellationToken.None));
        Assert.Equal(LogFileErrorKind.Truncated, failure.Kind);
        Assert.Equal(failure.BytesRead / LineLength, sink.Entries.Count);
        Assert.InRange(sink.Entries.Count, 1, Lines - 1);
    }

    [Fact]
    public void A_file_that_is_truncated_while_it_is_counted_in_parts_yields_what_was_read_and_an_error()
    {
        string path = _folder.WriteBytes("a.log", Log);
        var truncating = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = PartLength, Open = opened => new TruncatingFile(opened, () => Truncate(path)) };
        FileCount result = Scan(truncating, path)[0];
        Assert.Equal(LogFileErrorKind.Truncated, result.Failure!.Kind);
        Assert.Equal(result.Failure.BytesRead / LineLength, ((ErrorCounter)result.Counter).Errors);
        Assert.InRange(((ErrorCounter)result.Counter).Errors, 1, Lines - 1);
    }

    [Fact]
    public void The_last_lines_of_a_file_that_is_truncated_meanwhile_are_those_that_were_read()
    {
        string path = _folder.WriteBytes("a.log", [.. Log, .. Log]);
        EntryTailResult tail = EntryTail.Read(
            path, ReadOptions.Default, Lines, default, _ => true, new OnProgress(() => Truncate(path)), CancellationToken.None);
        Assert.Equal(LogFileErrorKind.Truncated, tail.Failure!.Kind);
        Assert.InRange(tail.Entries.Count, 1, Lines - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_compressed_file_whose_end_is_missing_yields_what_is_there_and_an_error(int members)
    {
        byte[] whole = [.. Enumerable.Repeat(Gzip(Log), members).SelectMany(member => member)];
        long all = (long)Lines * members;
        foreach (int missing in (int[])[1, 4, 8, 9, 1000, whole.Length / (2 * members)])
        {
            string path = _folder.WriteBytes("a.log.gz", whole[..^missing]);
            var sink = new CollectingSink();
            LogFileException failure = Assert.Throws<LogFileException>(() => LogFileReader.Read(path, ReadOptions.Default, sink, NoProgress.Instance, CancellationToken.None));
            Assert.Equal(LogFileErrorKind.ReadFailed, failure.Kind);
            Assert.Equal(failure.BytesRead / LineLength, sink.Entries.Count);
            Assert.InRange(sink.Entries.Count, all - Lines + 1, all);
            using LogContent content = LogContent.Open(path);
            Assert.Equal(failure.BytesRead, ReadAll(content));
            Assert.Throws<IOException>(() => content.Read(new byte[10], failure.BytesRead));
        }

        Assert.Equal(all, CollectingSink.Read(_folder.WriteBytes("a.log.gz", whole)).Count);
    }

    [Fact]
    public void A_compressed_file_that_is_still_being_written_is_read_on_where_it_ended()
    {
        byte[] whole = Gzip(Log);
        string path = _folder.WriteBytes("a.log.gz", whole[..(whole.Length / 2)]);
        using LogContent content = LogContent.Open(path);
        long before = ReadAll(content);
        Assert.InRange(before, 1, Log.Length - 1);
        File.WriteAllBytes(path, whole);
        Assert.Equal(Log.Length, before + ReadAll(content, before));
    }

    [LinuxFact]
    public void A_read_that_the_system_refuses_is_an_error_of_that_file()
    {
        // The memory of a process, at its first page, where nothing is: a real input/output error.
        FileCount[] results = [.. Scan(new ParallelReadOptions(ReadOptions.Default), "/proc/self/mem", _folder.WriteBytes("a.log", Log))];
        Assert.Equal(LogFileErrorKind.ReadFailed, results[0].Failure!.Kind);
        Assert.Equal((null, Lines), (results[1].Failure, (int)((ErrorCounter)results[1].Counter).Errors));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertPartial(LogFileException failure, long place, long entries)
    {
        Assert.Equal((LogFileErrorKind.ReadFailed, place), (failure.Kind, failure.BytesRead));
        Assert.Contains($"first {place} bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(place / LineLength, entries);
    }

    private static void Truncate(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
    }

    private static long ReadAll(LogContent content, long from = 0)
    {
        byte[] block = new byte[10_000];
        long at = from;
        try
        {
            for (int read; (read = content.Read(block, at)) > 0; at += read)
            {
            }
        }
        catch (IOException)
        {
            // Its end is missing.
        }

        return at - from;
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

    private static List<FileCount> Scan(ParallelReadOptions options, params string[] paths)
    {
        List<FileCount> results = [];
        ParallelCounter.Count(paths, options, () => new ErrorCounter(), results.Add, NoProgress.Instance, CancellationToken.None);
        return results;
    }

    /// <summary>A file that is truncated when its third part is asked for.</summary>
    private sealed class TruncatingFile(string path, Action truncate) : WrappedContent(path)
    {
        private int _isTruncated;

        public override int Read(Span<byte> block, long offset)
        {
            if (offset >= 2 * PartLength && Interlocked.Exchange(ref _isTruncated, 1) == 0)
            {
                truncate();
            }

            return base.Read(block, offset);
        }
    }
}
