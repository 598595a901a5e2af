using System.Buffers;
using LogAnalysis.Formats;

namespace LogAnalysis.Reading;

/// <summary>Reads a file once, from beginning to end, in blocks.</summary>
internal static class LogFileReader
{
    private const int BlockSize = 1 << 20;

    /// <summary>Reads a file into a sink.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="sink">Takes its lines.</param>
    /// <param name="progress">Told, after each block, how far reading has come.</param>
    /// <param name="cancel">Ends reading between two blocks.</param>
    /// <exception cref="LogFileException">It cannot be opened, is not text, or reading failed midway; what was read is in the sink.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static void Read(string path, ILogSink sink, IReadProgress progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var file = new FileStream(LogFileHandle.Open(path), FileAccess.Read, bufferSize: 0);
        sink.AddFile(path);
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            ReadBlocks(path, file, block, new LogParser(path, sink) { LastWritten = File.GetLastWriteTime(path) }, progress, cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private static void ReadBlocks(
        string path, FileStream file, byte[] block, LogParser parser, IReadProgress progress, CancellationToken cancel)
    {
        var splitter = new LineSplitter();
        using Stream text = OpenText(path, file);
        bool first = true;
        int length;
        while ((length = ReadBlock(path, text, block)) > 0)
        {
            if (first && TextProbe.IsBinary(block.AsSpan(0, length)))
            {
                throw new LogFileException(LogFileFault.Binary, path);
            }

            first = false;
            splitter.Push(block.AsSpan(0, length), parser);
            progress.Report(path, file.Position, file.Length);
            cancel.ThrowIfCancellationRequested();
        }

        splitter.Complete(parser);
        parser.Flush();
    }

    private static Stream OpenText(string path, FileStream file)
    {
        try
        {
            return LogFileStream.Decode(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LogFileException.From(cause, path);
        }
    }

    private static int ReadBlock(string path, Stream text, byte[] block)
    {
        try
        {
            return text.Read(block, 0, block.Length);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, path);
        }
    }
}
