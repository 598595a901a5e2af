using System.Buffers;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Times;

namespace LogAnalysis.Reading;

/// <summary>
/// Reads a sample of a log before its first line is read, by which the order of day and month is decided once for all of it: whoever reads the file,
/// on however many threads, gets the same times.
/// </summary>
/// <remarks>
/// Most logs have no such dates, and end with the first block. Otherwise the sample is the first megabyte, then a block after each doubling of the
/// position, and the last block, until only one order is left.
/// </remarks>
internal static class DateOrderSampler
{
    private const int HeadLength = 1 << 13;
    private const int BlockLength = 1 << 16;
    private const int FirstBlocks = 1 << 20;

    /// <summary>A compressed log has to be decompressed up to each block, and is sampled up to here.</summary>
    private const long MaxDecompressed = 1 << 28;

    /// <summary>What is known of the times of a log.</summary>
    /// <param name="content">The log.</param>
    /// <param name="source">Where its lines come from, and when it was last written.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="dates">Receives what the dates of the sample show.</param>
    public static LineSource Sample(LogContent content, LineSource source, ReadOptions options, DateOrderSample dates)
    {
        // What has no size is made up by the system, and may give its first bytes only once.
        if (content.FileLength > 0)
        {
            Read(content, source with { Dates = dates }, options);
        }

        return source with { Conventions = new TimeConventions(options.TimeZone, dates.Decide(source.LastWritten!.Value, source.Conventions.Orders)) };
    }

    private static void Read(LogContent content, LineSource source, ReadOptions options)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            ReadOnlySpan<byte> head = block.AsSpan(0, content.Fill(block.AsSpan(0, HeadLength), 0));
            long hole = head.Length < HeadLength || head.ContainsAnyExcept((byte)0) ? 0 : Math.Max(0, BinaryDetector.FindText(content, HeadLength));
            head = hole == 0 ? head : block.AsSpan(0, content.Fill(block.AsSpan(0, HeadLength), hole));
            Encoding? encoding = TextEncoding.Detect(head[..Math.Min(head.Length, TextEncoding.ProbeLength)], options.Encoding, out int mark);
            if (LineEnd.Of(encoding).Length > 1 || NumericDate.IsIn(head))
            {
                Read(content, block.AsSpan(0, BlockLength), source with { Encoding = encoding }, hole + mark);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the log comes to the same place, and reports it.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static void Read(LogContent content, Span<byte> block, LineSource source, long start)
    {
        var lines = new LinePipeline(source, NoSink.Instance);
        DateOrderSample dates = source.Dates!;
        long at = start;
        for (int length = BlockLength; at - start < FirstBlocks && length == BlockLength; at += length)
        {
            length = content.Fill(block, at);
            lines.Push(block[..length]);
            if (dates.IsEmpty || length < BlockLength)
            {
                lines.Complete();
                return;
            }
        }

        long middle = 2L * FirstBlocks;
        for (bool isMore = true; isMore && !dates.IsCertain && (content.CanChange || middle < MaxDecompressed); middle *= 2)
        {
            isMore = PushAt(content, block, lines, source.Encoding, middle + start);
        }

        if (!dates.IsCertain && (content.CanChange || middle < MaxDecompressed))
        {
            long end = content.Length;
            PushAt(content, block, lines, source.Encoding, end - BlockLength - ((end - start) % LineEnd.Of(source.Encoding).Length));
            lines.Complete();
        }
    }

    /// <summary>Takes the lines that begin in a block.</summary>
    /// <returns>Whether there is a whole block.</returns>
    private static bool PushAt(LogContent content, Span<byte> block, LinePipeline lines, Encoding? encoding, long at)
    {
        ReadOnlySpan<byte> bytes = block[..content.Fill(block, at)];
        LineEnd lineEnd = LineEnd.Of(encoding);
        int end = lineEnd.FindFirst(bytes);
        lines.Begin(at);
        lines.Push(end < 0 ? [] : bytes[(end + lineEnd.Length)..]);
        return bytes.Length == block.Length;
    }
}
