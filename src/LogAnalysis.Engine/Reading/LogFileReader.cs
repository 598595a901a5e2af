using System.Buffers;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Times;

namespace LogAnalysis.Reading;

/// <summary>Reads a file once, from beginning to end, in blocks.</summary>
internal static class LogFileReader
{
    private const int BlockSize = 1 << 20;

    /// <inheritdoc cref="Read(string, ReadOptions, ILogSink, IReadProgress, CancellationToken, out UnreadableText)"/>
    public static void Read(string path, ReadOptions options, ILogSink sink, IReadProgress progress, CancellationToken cancel) =>
        Read(path, options, sink, progress, cancel, out _);

    /// <summary>Reads a file into a sink.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="sink">Takes its lines.</param>
    /// <param name="progress">Takes, after each block, how far reading has come.</param>
    /// <param name="cancel">Ends reading between two blocks.</param>
    /// <param name="unreadable">Receives what of it is no text, and was left out.</param>
    /// <exception cref="LogFileException">It cannot be opened, is not text, or reading failed midway; what was read is in the sink.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static void Read(
        string path, ReadOptions options, ILogSink sink, IReadProgress progress, CancellationToken cancel, out UnreadableText unreadable)
    {
        cancel.ThrowIfCancellationRequested();
        using LogFileText text = Open(path, options, out LineSource source);
        sink.AddFile(path);
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            unreadable = ReadBlocks(text, block, new LinePipeline(source, sink), progress, cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Opens a file, of which only a part is read where that has all that is wanted.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="source">Receives where its lines come from, and what is known of them.</param>
    /// <exception cref="LogFileException">It cannot be opened, or its beginning cannot be read.</exception>
    public static LogFileText Open(string path, ReadOptions options, out LineSource source)
    {
        LogFileText text = LogFileText.Open(path, options);
        try
        {
            source = new LineSource(text.Path) { Format = options.Format, LastWritten = text.LastWritten };
            source = DateOrderSampler.Sample(text.Content, source, options, new DateOrderSample());
            Narrow(text, ref source, options.Within);
            return text;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private static void Narrow(LogFileText text, ref LineSource source, SearchedSpan? span)
    {
        try
        {
            if (span is not null && TimeSearch.Find(text, source, span) is ExcerptContent excerpt)
            {
                text.Narrow(excerpt);
                source = source with { CountsLines = false };
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the whole file comes to the same place, and reports it.
        }
    }

    private static UnreadableText ReadBlocks(LogFileText text, byte[] block, LinePipeline lines, IReadProgress progress, CancellationToken cancel)
    {
        LogFileException? failure = null;
        int length;
        while (failure is null && (length = text.Read(block, out failure)) > 0)
        {
            lines.Push(block.AsSpan(0, length));
            progress.Report(text.Path, text.Position, text.Length);
            cancel.ThrowIfCancellationRequested();
        }

        lines.Complete(includesPartialLine: failure is null);
        if (failure is not null)
        {
            throw failure;
        }

        return lines.Parser.Unreadable;
    }
}
