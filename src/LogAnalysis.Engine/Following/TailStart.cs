using System.Buffers;
using LogAnalysis.Reading;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>Finds the last lines of a file by reading backwards from its end.</summary>
internal static class TailStart
{
    private const int BlockSize = 1 << 16;

    /// <summary>Where the last <paramref name="lines"/> complete lines begin. A last line without a line end is not complete: it is still to come.</summary>
    public static long Find(SafeFileHandle handle, int lines)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            // The line end before the first of those lines is sought: one more than there are lines.
            long wanted = lines + 1L;
            for (long end = RandomAccess.GetLength(handle); end > 0;)
            {
                long start = Math.Max(0, end - BlockSize);
                ReadOnlySpan<byte> bytes = block.AsSpan(0, RandomAccess.Read(handle, block.AsSpan(0, (int)(end - start)), start));
                for (int at = bytes.LastIndexOf((byte)'\n'); at >= 0; at = bytes[..at].LastIndexOf((byte)'\n'))
                {
                    if (--wanted == 0)
                    {
                        return start + at + 1;
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
    public static void Prime(SafeFileHandle handle, long start, LogParser parser)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            long from = Math.Max(0, start - BlockSize);
            ReadOnlySpan<byte> bytes = block.AsSpan(0, RandomAccess.Read(handle, block.AsSpan(0, (int)(start - from)), from));
            int firstWhole = from == 0 ? 0 : bytes.IndexOf((byte)'\n') + 1;
            new LineSplitter().Push(bytes[firstWhole..], new PrimingHandler(parser));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private readonly struct PrimingHandler(LogParser parser) : ILineHandler
    {
        public void Handle(in RawLine line) => parser.Prime(line.Text);
    }
}
