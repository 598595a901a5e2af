using System.Buffers;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Reading;

/// <summary>Finds the last lines of a file by reading backwards from its end.</summary>
internal static class TailStart
{
    private const int BlockSize = 1 << 16;
    private const int HeadSize = 1 << 13;

    /// <summary>Where the last <paramref name="lines"/> complete lines begin. A last line without a line end is not complete: it is still to come.</summary>
    /// <param name="content">The file.</param>
    /// <param name="lines">How many lines.</param>
    /// <param name="lineEnd">What ends a line in the file's encoding.</param>
    public static long Find(LogContent content, int lines, LineEnd lineEnd)
    {
        if (!content.CanChange)
        {
            return FindForwards(content, lines, lineEnd);
        }

        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            // The line end before the first of those lines is sought: one more than there are lines.
            long wanted = lines + 1L;
            long length = content.Length;
            for (long end = length - (length % lineEnd.Length); end > 0;)
            {
                long start = Math.Max(0, end - BlockSize);
                ReadOnlySpan<byte> bytes = block.AsSpan(0, content.Read(block.AsSpan(0, (int)(end - start)), start));
                for (int at = lineEnd.FindLast(bytes); at >= 0; at = lineEnd.FindLast(bytes[..at]))
                {
                    if (--wanted == 0)
                    {
                        return start + at + lineEnd.Length;
                    }
                }

                end = start;
            }

            return 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>
    /// Lets a parser see the lines just before <paramref name="start"/>, so that it knows to which entry a continuation line that
    /// comes next belongs. Nothing of them is passed on.
    /// </summary>
    public static void Prime(LogContent content, long start, LogParser parser, Encoding? encoding = null)
    {
        LineEnd lineEnd = LineEnd.Of(encoding);
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            long from = Math.Max(start % lineEnd.Length, start - BlockSize);
            ReadOnlySpan<byte> bytes = block.AsSpan(0, content.Read(block.AsSpan(0, (int)(start - from)), from));
            int firstWhole = from < lineEnd.Length ? 0 : lineEnd.FindFirst(bytes) + lineEnd.Length;
            new LineSplitter(encoding: encoding).Push(bytes[firstWhole..], new PrimingHandler(parser));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>
    /// Lets a parser see the beginning of the file, where a log that has columns declares them. Nothing of it is passed on.
    /// </summary>
    public static void PrimeColumns(LogContent content, LogParser parser, Encoding? encoding = null)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(HeadSize);
        try
        {
            new LineSplitter(encoding: encoding).Push(block.AsSpan(0, content.Read(block.AsSpan(0, HeadSize), 0)), new PrimingHandler(parser));
            parser.EndPriming();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Where the first line begins that begins at or after a position.</summary>
    public static long NextLine(LogContent content, long position)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            for (long at = Math.Max(position - 1, 0); ;)
            {
                int read = content.Read(block.AsSpan(0, BlockSize), at);
                int newline = block.AsSpan(0, read).IndexOf((byte)'\n');
                if (newline >= 0 || read == 0)
                {
                    return at + newline + 1;
                }

                at += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>A compressed file cannot be read from its end: the beginnings of its last lines are remembered while it is read once.</summary>
    private static long FindForwards(LogContent content, int lines, LineEnd lineEnd)
    {
        var starts = new Queue<long>([0]);
        byte[] block = new byte[BlockSize];
        long at = 0;
        for (int read; (read = content.Read(block, at)) > 0; at += read)
        {
            int from = 0;
            for (int newline; (newline = lineEnd.FindFirst(block.AsSpan(from, read - from))) >= 0;)
            {
                from += newline + lineEnd.Length;
                starts.Enqueue(at + from);
                if (starts.Count > lines + 1L)
                {
                    starts.Dequeue();
                }
            }
        }

        return starts.Peek();
    }

    private readonly struct PrimingHandler(LogParser parser) : ILineHandler
    {
        public void Handle(in RawLine line) => parser.Prime(line.Text);
    }
}
