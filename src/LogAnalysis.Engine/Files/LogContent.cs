using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// The bytes of an open log, by position; those of a compressed one uncompressed. The one way in which logs are opened, to be read once or
/// followed. It stays the same file when that is renamed.
/// </summary>
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
            return FindCompression(handle) is Compression compression
                ? new CompressedContent(handle, identity, compression)
                : new PlainContent(handle, identity);
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

    /// <summary>Whether the file has this identity by now: overlayfs gives a file another one when it is written for the first time.</summary>
    public virtual bool IsNow(FileIdentity identity) => Identity == identity;

    /// <summary>How many bytes there are, uncompressed. Of a compressed file, it takes reading it to the end.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract long Length { get; }

    /// <summary>Whether there are any bytes.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public virtual bool IsEmpty => Length == 0;

    /// <summary>The size of the file, in bytes.</summary>
    public virtual long FileLength => Length;

    /// <summary>When it was written last, in UTC.</summary>
    public abstract DateTime LastWriteTime { get; }

    /// <summary>Whether what was read can be overwritten. A compressed log is finished.</summary>
    public abstract bool CanChange { get; }

    /// <summary>Reads from a position on. If <see cref="CanChange"/>, several threads can read at a time.</summary>
    /// <returns>How many bytes; 0 only at the end.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract int Read(Span<byte> block, long offset);

    /// <summary>Reads from a position on until a block is full.</summary>
    /// <returns>How many bytes: fewer than asked for only at the end.</returns>
    /// <exception cref="IOException">Reading failed.</exception>
    public int Fill(Span<byte> block, long offset)
    {
        int length = 0;
        int read;
        while (length < block.Length && (read = Read(block[length..], offset + length)) > 0)
        {
            length += read;
        }

        return length;
    }

    /// <summary>How much of the file, of <see cref="FileLength"/>, had to be read to come to a position.</summary>
    public virtual long FilePosition(long offset) => offset;

    /// <summary>Reads the beginning.</summary>
    /// <returns>The first <paramref name="length"/> bytes, or as many as can be read.</returns>
    /// <exception cref="IOException">Nothing could be read.</exception>
    public byte[] ReadBeginning(int length)
    {
        byte[] beginning = new byte[length];
        int count = 0;
        int read;
        try
        {
            while (count < length && (read = Read(beginning.AsSpan(count), count)) > 0)
            {
                count += read;
            }
        }
        catch (IOException) when (count > 0)
        {
            // Reading fails again at the same place, and is reported then.
        }

        return beginning[..count];
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    private static Compression? FindCompression(SafeFileHandle handle)
    {
        // What has no size is made up by the system, and may give its first bytes only once.
        if (FileLengthOf(handle) == 0)
        {
            return null;
        }

        Span<byte> beginning = stackalloc byte[Compressions.MagicLength];
        return Compressions.Find(beginning[..RandomAccess.Read(handle, beginning, 0)]);
    }

    /// <summary>The size of a file; 0 where it has none.</summary>
    private protected static long FileLengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return 0;
        }
    }
}
