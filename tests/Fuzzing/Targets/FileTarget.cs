using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parallel;
using LogAnalysis.Reading;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>
/// A file has the same lines whether it is read from beginning to end, by several threads, entry by entry, or from its end; or it has the
/// same error.
/// </summary>
internal sealed class FileTarget() : FuzzTarget("files")
{
    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.WithChoices(AnyBytes.File);

    /// <inheritdoc/>
    public override void Try(byte[] input) => TryAs(input, "a.log");

    /// <summary>Tries what a file of a name holds.</summary>
    public static void TryAs(byte[] input, string name)
    {
        input = AnyBytes.TakeChoices(input, out Random random);
        using var folder = new TempFolder();
        string path = folder.WriteBytes(name, input);
        LogFormat[] formats = [.. LogFormats.BuiltIn];
        var options = new ReadOptions { Format = random.Next(6) == 0 ? formats[random.Next(formats.Length)] : null };
        var lines = new TranscriptCounter();
        LogFileErrorKind? kind = Read(path, options, lines);
        Promise.Same(Scan(path, options, kind == LogFileErrorKind.Binary ? BinaryDetector.Length : random.Next(16, 3000), random.Next(1, 3)), [.. lines.Lines, $"error {kind}"], "reading from beginning to end");
        List<string> entries = ReadEntries(path, options, out LogFileErrorKind? entriesKind);
        Promise.That(entriesKind == kind, $"entry by entry the error is {entriesKind}, not {kind}");
        if (kind is null)
        {
            int count = random.Next(1, 20);
            string[] tail = [.. EntryTail.Read(path, options, count, default, _ => true, NoProgress.Instance, CancellationToken.None).Entries.Select(Describe)];
            Promise.That(tail.Length <= count, $"the last {count} entries are {tail.Length}");
        }
    }

    /// <summary>What a sink is told of a file.</summary>
    /// <returns>Why it could not be read, or not to its end; null otherwise.</returns>
    public static LogFileErrorKind? Read(string path, ReadOptions options, ILogSink sink)
    {
        try
        {
            LogFileReader.Read(path, options, sink, NoProgress.Instance, CancellationToken.None);
            return null;
        }
        catch (LogFileException failure)
        {
            return failure.Kind;
        }
    }

    private static List<string> Scan(string path, ReadOptions options, int chunkSize, int workers)
    {
        List<string> lines = [];
        var scan = new ParallelReadOptions(options) { PartitionSize = chunkSize, Workers = workers };
        ParallelCounter.Count(
            [path],
            scan,
            () => new TranscriptCounter(),
            result => lines = [.. ((TranscriptCounter)result.Counter).Lines, $"error {result.Failure?.Kind}"],
            NoProgress.Instance,
            CancellationToken.None);
        return lines;
    }

    private static List<string> ReadEntries(string path, ReadOptions options, out LogFileErrorKind? kind)
    {
        List<string> entries = [];
        kind = null;
        try
        {
            using var reader = new EntryReader(path, options);
            while (reader.MoveNext())
            {
                entries.Add(Describe(reader.Current));
            }
        }
        catch (LogFileException failure)
        {
            kind = failure.Kind;
        }

        return entries;
    }

    private static string Describe(LogEntry entry) =>
        $"{entry.Offset} {entry.Level} {entry.Format} {entry.Timestamp:O} {entry.StatusCode} {entry.Message.Length} {entry.Text.Length} {entry.IsContinuation}";
}
