using System.Buffers;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Times;

namespace LogAnalysis.Reading;

/// <summary>
/// The last entries of a file, read from its end in windows that grow until there are enough. A compressed file, or one in another
/// encoding than UTF-8, can only be read from its beginning.
/// </summary>
internal static class EntryTail
{
    private const int FirstWindow = 1 << 18;
    private const int Growth = 4;

    /// <summary>Reads the last entries of a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="count">How many.</param>
    /// <param name="context">How many others around each.</param>
    /// <param name="isWanted">Which entries count.</param>
    /// <param name="progress">Takes how far reading has come: from the end, in windows.</param>
    /// <param name="cancel">Ends reading between two blocks.</param>
    /// <exception cref="LogFileException">The file cannot be opened, or is not text.</exception>
    public static EntryTailResult Read(
        string path, ReadOptions options, int count, EntryContext context, Func<LogEntry, bool> isWanted, IReadProgress progress, CancellationToken cancel)
    {
        using LogContent content = options.Open(path);
        return CanReadBackwards(content, path, options) is long length
            ? ReadBackwards(content, length, path, options, count, context, isWanted, progress, cancel)
            : ReadForwards(path, options, count, context, isWanted, progress, cancel);
    }

    /// <summary>The file's size, if line ends can be recognised from any offset; null if it has to be read from its beginning.</summary>
    private static long? CanReadBackwards(LogContent content, string path, ReadOptions options)
    {
        try
        {
            if (!content.CanChange)
            {
                return null;
            }

            byte[] beginning = content.ReadBeginning(BinaryDetector.Length);
            bool plain = TextEncoding.Detect(beginning, options.Encoding, out _) is null;
            if (plain && BinaryDetector.Classify(content, beginning) != ContentKind.Text)
            {
                throw new LogFileException(LogFileErrorKind.Binary, path);
            }

            return plain ? content.Length : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, path);
        }
    }

    private static EntryTailResult ReadForwards(
        string path, ReadOptions options, int count, EntryContext context, Func<LogEntry, bool> isWanted, IReadProgress progress, CancellationToken cancel)
    {
        LogFileException? failure = null;
        var last = new LastEntries(count, context);
        using var reader = new EntryReader(path, options);
        try
        {
            while (reader.MoveNext())
            {
                last.Add(reader.Current, isWanted(reader.Current));
                progress.Report(path, reader.Progress.Position, reader.Progress.Length);
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (LogFileException midway) when (midway.BytesRead > 0)
        {
            failure = midway;
        }

        return new EntryTailResult(last.ToEntries(), failure, reader.Unreadable);
    }

    private static EntryTailResult ReadBackwards(
        LogContent content, long length, string path, ReadOptions options, int count, EntryContext context, Func<LogEntry, bool> isWanted, IReadProgress progress,
        CancellationToken cancel)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            var plain = new LineSource(path) { Format = options.Format, LastWritten = content.LastWriteTime.ToLocalTime() };
            LineSource source = DateOrderSampler.Sample(content, plain, options, new DateOrderSample());
            LastEntries? before = null;
            for (long window = FirstWindow; ; window *= Growth)
            {
                long start = length <= window ? 0 : TailStart.NextLine(content, length - window);
                LastEntries last = ReadWindow(content, start, length, block, source, count, context, isWanted, progress, cancel, out LogFileException? failure, out UnreadableText unreadable);
                if (last.AreComplete || start == 0 || failure is not null)
                {
                    return new EntryTailResult((failure is not null && last.Count < before?.Count ? before : last).ToEntries(), failure, unreadable);
                }

                before = last;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, path);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static LastEntries ReadWindow(
        LogContent content, long start, long end, byte[] block, LineSource source, int count, EntryContext context, Func<LogEntry, bool> isWanted,
        IReadProgress progress, CancellationToken cancel, out LogFileException? failure, out UnreadableText unreadable)
    {
        string path = source.Path!;
        failure = null;
        var last = new LastEntries(count, context);

        // What the window begins with may be the end of an entry that began before it.
        var assembler = new EntryAssembler(entry =>
        {
            if (!entry.IsContinuation)
            {
                last.Add(entry, isWanted(entry));
            }
        });
        var lines = new LinePipeline(source with { CountsLines = start == 0 }, assembler);
        if (start > 0)
        {
            TailStart.PrimeColumns(content, lines.Parser);
            TailStart.Prime(content, start, lines.Parser);
        }

        lines.Begin(start);
        for (long at = start; at < end;)
        {
            int read = ReadBlock(content, path, block.AsSpan(0, (int)Math.Min(block.Length, end - at)), at, out failure);
            if (read == 0)
            {
                break;
            }

            at += read;
            lines.Push(block.AsSpan(0, read));
            progress.Report(path, at - start, end);
            cancel.ThrowIfCancellationRequested();
        }

        lines.Complete(includesPartialLine: failure is null);
        unreadable = lines.Parser.Unreadable;
        return last;
    }

    /// <returns>How many bytes; 0 where the file cannot be read, or is shorter than it was.</returns>
    private static int ReadBlock(LogContent content, string path, Span<byte> block, long at, out LogFileException? failure)
    {
        try
        {
            int read = content.Read(block, at);
            failure = read > 0 ? null : new LogFileException(LogFileErrorKind.Truncated, path, cause: null, at);
            return read;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            failure = LogFileException.From(cause, path, at);
            return 0;
        }
    }
}
