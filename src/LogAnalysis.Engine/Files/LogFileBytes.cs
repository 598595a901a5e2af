namespace LogAnalysis.Files;

/// <summary>The bytes of an open file as they are on disk: in order, and, by several threads at a time, from anywhere.</summary>
/// <param name="path">The file's full path.</param>
/// <exception cref="LogFileException">It cannot be opened.</exception>
internal class LogFileBytes(string path) : Stream
{
    private readonly FileStream _file = new(LogFileHandle.Open(path), FileAccess.Read, bufferSize: 0);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => _file.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _file.Length;

    /// <inheritdoc/>
    public override long Position { get => _file.Position; set => _file.Position = value; }

    /// <summary>Reads from a position on, without moving the stream's own.</summary>
    /// <returns>How many bytes; 0 only at the end.</returns>
    public virtual int ReadAt(Span<byte> block, long offset) => RandomAccess.Read(_file.SafeFileHandle, block, offset);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => _file.Read(buffer);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
