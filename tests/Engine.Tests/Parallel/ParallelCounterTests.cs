using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Fuzzing;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Scanning;

/// <summary>A log has the same answer whether one thread reads it from beginning to end or several read parts of it, or it comes as strings.</summary>
public sealed class ParallelCounterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>What is among plain text, and decides what the next lines are.</summary>
    private static readonly string[] TextLines =
    [
        "Traceback (most recent call last):", "  File \"/srv/orders.py\", line 12, in save", "    store(order)", "the store is full", "at least one order failed", "at shop.orders.save (orders.js:12:9)", "at shop.Orders.save(Orders.java:12)", "shop.Lost: order 4711",
        "panic: lost", "goroutine 1 [running]:", "main.save(0x1)", "thread 'main' panicked at src/main.rs:2:5:", "the order was lost", "  indented", "", "java.io.IOException: lost", "\tat shop.Orders.save(Orders.java:12)",
        "an error came", "{\"level\":\"error\",\"msg\":\"lost\"}", "2025-01-24 07:00:30 ERROR lost", "time,level,message", "Start time: 20250124070030", "get an order : it is lost", "At C:\\job.ps1:3 char:1", "+ throw 'x'", "web-1  | lost",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_is_taken_alike_wherever_the_parts_end(int seed)
    {
        var random = new Random(seed);
        byte[] log = MixedLog.Create(random);
        string path = random.Next(6) switch
        {
            0 => _folder.WriteBytes("a.log.gz", Gzip(log)),
            1 => _folder.WriteBytes("a.log", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(log))]),
            _ => _folder.WriteBytes("a.log", log),
        };
        LogFormat? forced = random.Next(6) == 0 ? LogFormats.BuiltIn.ElementAt(random.Next(LogFormats.BuiltIn.Count())) : null;
        var options = new ReadOptions { Format = forced };
        var expected = new TranscriptCounter();
        LogFileReader.Read(path, options, expected, NoProgress.Instance, CancellationToken.None);
        for (int round = 0; round < 4; round++)
        {
            var scan = new ParallelReadOptions(options) { PartitionSize = random.Next(16, 3000), Workers = random.Next(1, 4) };
            var found = (TranscriptCounter)Scan(scan, new TranscriptCounter(), path).Single().Counter;
            Assert.Equal(expected.Lines, found.Lines);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Counts_are_those_of_reading_line_by_line_and_of_the_lines_as_strings(int seed)
    {
        var random = new Random(1000 + seed);
        byte[] log = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(MixedLog.Create(random)));
        string path = _folder.WriteBytes("a.log", log);
        var scan = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = random.Next(100, 5000), Workers = 3 };
        foreach (Func<ILogCounter> create in Counters(random))
        {
            string found = AnswerOf(Scan(scan, create(), path).Single().Counter);
            ILogCounter line = create();
            LogFileReader.Read(path, ReadOptions.Default, line, NoProgress.Instance, CancellationToken.None);
            ILogCounter text = create();
            text.AddFile(path);
            var strings = new LinePipeline(new LineSource(path) { LooksAhead = true, LastWritten = File.GetLastWriteTime(path) }, text);
            string[] lines = Encoding.UTF8.GetString(log).Split('\n');
            Array.ForEach(lines[^1].Length == 0 ? lines[..^1] : lines, strings.PushText);
            strings.Complete();
            Assert.Equal(AnswerOf(line), found);
            Assert.Equal(WithoutSize(AnswerOf(line)), WithoutSize(AnswerOf(text)));
        }
    }

    [Fact]
    public void An_entry_that_goes_on_behind_entries_of_other_streams_is_whole_wherever_the_parts_end()
    {
        string[] lines =
        [
            "2025-01-24T07:00:29Z INFO [main] starting web-1 and db-1",
            "web-1  | 2025-01-24T07:00:30Z ERROR [main] com.example.Orders: order 7 failed",
            "2025-01-24T07:00:31Z ERROR [main] com.example.Probe: web-1 does not answer",
            "db-1   | 2025-01-24T07:00:31Z ERROR [main] com.example.Store: disk full",
            "web-1  | java.lang.IllegalStateException: no connection",
            "2025-01-24T07:00:32Z ERROR [main] com.example.Probe: web-1 does not answer",
            "web-1  | \tat com.example.Orders.pay(Orders.java:7)",
            "db-1   | java.io.IOException: no space left",
            "2025-01-24T07:00:33Z INFO [main] com.example.Probe: web-1 answers",
            "db-1   | \tat com.example.Store.write(Store.java:9)",
        ];
        string path = _folder.Write("a.log", lines);
        foreach (Func<ILogCounter> create in new Func<ILogCounter>[]
        {
            () => new ErrorGrouping(ErrorGroupKey.Exception, LogLevel.Unknown), () => new ErrorGrouping(ErrorGroupKey.Pattern, LogLevel.Unknown), () => new ReportBuilder(new ReportOptions()),
        })
        {
            ILogCounter expected = create();
            LogFileReader.Read(path, ReadOptions.Default, expected, NoProgress.Instance, CancellationToken.None);
            for (int size = 16; size < new FileInfo(path).Length; size += 11)
            {
                Assert.Equal(AnswerOf(expected), AnswerOf(Scan(new ParallelReadOptions(ReadOptions.Default) { PartitionSize = size, Workers = 2 }, create(), path).Single().Counter));
            }
        }
    }

    [Theory]
    [InlineData("2025-01-24 07:00:30,139 INFO [main] com.example.Orders: order {0} paid")]
    [InlineData("the order {0} was paid")]
    [InlineData("2025-01-24T07:00:30.139632123Z stderr F the order {0} was paid")]
    [InlineData("2025-01-24T07:00:30.139632123Z stdout F 2025-01-24 07:00:30,139 INFO order {0} paid")]
    public void Most_of_a_log_is_counted_ahead(string line)
    {
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 5000).Select(i => string.Format(CultureInfo.InvariantCulture, line, i))]);
        var counter = new ForkCounter();
        Scan(new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 10_000, Workers = 2 }, counter, path);
        Assert.InRange(counter.Merged, (int)(0.9 * new FileInfo(path).Length / 10_000), int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plain_text_is_taken_alike_wherever_the_parts_end(int seed)
    {
        var random = new Random(seed);

        // Half of the logs have nothing else than text.
        string prefix = seed % 3 == 0 ? "2025-01-24T07:00:30.139632123Z stdout F " : string.Empty;
        int kinds = seed % 2 == 0 ? TextLines.Length : Array.FindIndex(TextLines, line => line.StartsWith('{'));
        string[] lines = [.. Enumerable.Range(0, 400).Select(i => random.Next(4) > 0 ? $"{prefix}the order {i} was paid" : (random.Next(9) > 0 ? prefix : string.Empty) + TextLines[random.Next(kinds)])];
        string path = _folder.Write("a.log", lines);
        var expected = new TranscriptCounter();
        LogFileReader.Read(path, ReadOptions.Default, expected, NoProgress.Instance, CancellationToken.None);
        for (int size = 40; size < 1200; size += random.Next(20, 90))
        {
            var scan = new ParallelReadOptions(ReadOptions.Default) { PartitionSize = size, Workers = 3 };
            Assert.Equal(expected.Lines, ((TranscriptCounter)Scan(scan, new TranscriptCounter(), path).Single().Counter).Lines);
        }
    }

    [Fact]
    public void Files_are_given_in_their_order_each_with_its_own_answer_or_fault()
    {
        string[] paths =
        [
            .. Enumerable.Range(0, 40).Select(i => i switch
            {
                7 => _folder.Combine("missing.log"),
                9 => _folder.WriteBytes("binary.log", [0, 1, 2, 3]),
                _ => _folder.Write($"{i}.log", [.. Enumerable.Range(0, i * 10).Select(line => $"2025-01-24 07:00:{line % 60:D2} {(line % 10 == 3 ? "ERROR" : "INFO")} line {line}")]),
            }),
        ];
        FileCount[] results = [.. Scan(new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 1000, Workers = 3 }, new ErrorCounter(), paths)];
        Assert.Equal(paths, results.Select(result => result.Path));
        Assert.Equal([LogFileErrorKind.NotFound, LogFileErrorKind.Binary], results.Where(result => result.Failure is not null).Select(result => result.Failure!.Kind));
        Assert.All(
            results.Select((file, index) => (Index: index, Item: file)).Where(result => result.Item.Failure is null),
            result => Assert.Equal((result.Index * 10, result.Index), ((int)((ErrorCounter)result.Item.Counter).Lines, (int)((ErrorCounter)result.Item.Counter).Errors)));
    }

    [Fact]
    public void A_damaged_gzip_file_counts_up_to_the_damage()
    {
        byte[] whole = Gzip([.. Enumerable.Range(0, 20_000).SelectMany(i => Encoding.UTF8.GetBytes($"2025-01-24 07:00:30 ERROR line {i} {i * 7919L}\n"))]);
        whole.AsSpan(whole.Length / 2, 64).Fill(0xFF);
        FileCount result = Scan(new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 5000, Workers = 2 }, new ErrorCounter(), _folder.WriteBytes("a.log.gz", whole)).Single();
        Assert.Equal(LogFileErrorKind.ReadFailed, result.Failure!.Kind);
        Assert.InRange(((ErrorCounter)result.Counter).Errors, 1, 19_999);
    }

    [Fact]
    public void A_cancelled_scan_ends()
    {
        using var cancel = new CancellationTokenSource();
        string path = _folder.Write("a.log", [.. Enumerable.Range(0, 5000).Select(i => $"2025-01-24 07:00:30 INFO order {i}")]);
        Assert.Throws<OperationCanceledException>(() => ParallelCounter.Count(
            Enumerable.Repeat(path, 1_000_000), new ParallelReadOptions(ReadOptions.Default) { PartitionSize = 1000 }, () => new ErrorCounter(), _ => cancel.Cancel(), NoProgress.Instance, cancel.Token));
    }

    [Fact]
    public void What_fails_in_a_counter_is_not_swallowed()
    {
        string path = _folder.Write("a.log", "2025-01-24 07:00:30 INFO paid");
        Assert.Throws<NotSupportedException>(() => Scan(new ParallelReadOptions(ReadOptions.Default), new FailingCounter(), path));
    }

    public void Dispose() => _folder.Dispose();

    private static List<FileCount> Scan(ParallelReadOptions options, ILogCounter counter, params string[] paths)
    {
        List<FileCount> results = [];
        ParallelCounter.Count(paths, options, paths.Length == 1 ? () => counter : counter.Fork, results.Add, NoProgress.Instance, CancellationToken.None);
        return results;
    }

    private static IEnumerable<Func<ILogCounter>> Counters(Random random)
    {
        yield return () => new ErrorCounter();
        yield return () => new ReportBuilder(new ReportOptions());
        yield return () => new StatusCodeCounter(StatusCodeFilter.All);
        var key = random.GetItems(Enum.GetValues<ErrorGroupKey>(), 1)[0];
        yield return () => new ErrorGrouping(key, LogLevel.Unknown);
        var filter = new EntryFilter { MinimumLevel = LogLevel.Warning, Pattern = UserPattern.Compile("a.*e|[0-9]{3}") };
        yield return () => FilteredCounter.Of(filter, new ErrorCounter());
    }

    private static string AnswerOf(ILogCounter counter) => JsonSerializer.Serialize((counter is FilteredCounter filtered ? filtered.Inner : counter) switch
    {
        ErrorCounter errors => errors.ToSummary(),
        ReportBuilder report => report.Build(),
        StatusCodeCounter codes => codes.ToCounts(),
        ErrorGrouping groups => (object)groups.ToGroups().ToArray(),
        _ => throw new NotSupportedException(),
    });

    /// <summary>Strings have lost their line ends, and with them their size in bytes, which is in the merge state too.</summary>
    private static string WithoutSize(string answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer, "\"Bytes\":[0-9]+|\"MergeState\":\"[^\"]*\"", string.Empty);

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private sealed class ForkCounter : ILogCounter
    {
        public int Merged { get; private set; }

        public void Add(in LogLine line)
        {
        }

        public ILogCounter Fork() => new ForkCounter();

        public void Merge(ILogCounter partition) => Merged++;
    }

    private sealed class FailingCounter : ILogCounter
    {
        public void Add(in LogLine line) => throw new NotSupportedException();

        public ILogCounter Fork() => this;

        public void Merge(ILogCounter partition)
        {
        }
    }
}
