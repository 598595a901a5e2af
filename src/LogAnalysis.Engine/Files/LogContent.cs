using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>The bytes of an open log, by position, wherever the file is renamed to; compressed ones uncompressed.</summary>
internal abstract class LogContent : IDisposable
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="LogFileException">It cannot be opened.</exception>
    public static LogContent Open(string path)
    {
        SafeFileHandle handle = LogFileHandle.Open(path);
        try
        {
            FileIdentity identity = FileIdentity.Of(handle, path);
            Span<byte> mark = stackalloc byte[2];
            bool isCompressed = TextDecoder.IsCompressed(mark[..RandomAccess.Read(handle, mark, 0)]);
            return isCompressed ? new CompressedContent(handle, identity) : new PlainContent(handle, identity);
        }
        catch (Exception cause)
        {
            handle.Dispose();
            if (cause is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }

    /// <summary>Which file it is.</summary>
    public abstract FileIdentity Identity { get; }

    /// <summary>How many bytes there are; of a compressed file, as far as it tells.</summary>
    public abstract long Length { get; }

    /// <summary>When it was written last, in UTC.</summary>
    public abstract DateTime LastWriteTime { get; }

    /// <summary>Whether what was read can be overwritten. A compressed log is finished.</summary>
    public abstract bool CanChange { get; }

    /// <summary>Reads from a position on.</summary>
    /// <returns>How many bytes; fewer than asked for only at the end.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract int Read(Span<byte> block, long offset);

    /// <summary>Reads the beginning.</summary>
    /// <returns>The first <paramref name="length"/> bytes, or as many as there are.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public byte[] ReadBeginning(int length)
    {
        byte[] beginning = new byte[length];
        return beginning[..Read(beginning, 0)];
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
