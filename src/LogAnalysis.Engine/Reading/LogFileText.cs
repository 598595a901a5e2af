namespace LogAnalysis.Reading;

/// <summary>The text of one log file, block by block, in UTF-8.</summary>
internal sealed class LogFileText : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream _text;
    private bool _isFirst = true;

    private LogFileText(string path, FileStream file, Stream text)
    {
        Path = path;
        _file = file;
        _text = text;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>How many bytes of the file have been read, compressed ones where it is compressed.</summary>
    public long Position => _file.Position;

    /// <summary>The file's size in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Opens a file.</summary>
    /// <exception cref="LogFileException">It cannot be opened or its beginning not be read.</exception>
    public static LogFileText Open(string path, ReadOptions options)
    {
        var file = new FileStream(LogFileHandle.Open(path), FileAccess.Read, bufferSize: 0);
        try
        {
            return new LogFileText(path, file, LogFileStream.Decode(file, options.Encoding));
        }
        catch (Exception cause)
        {
            file.Dispose();
            if (IsReadFault(cause))
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }

    /// <summary>Reads the next block.</summary>
    /// <returns>Its length; 0 at the end.</returns>
    /// <exception cref="LogFileException">Reading failed, or the file is not text.</exception>
    public int Read(byte[] block)
    {
        int length;
        try
        {
            length = _text.Read(block, 0, block.Length);
        }
        catch (Exception cause) when (IsReadFault(cause))
        {
            throw LogFileException.From(cause, Path);
        }

        if (_isFirst && TextProbe.IsBinary(block.AsSpan(0, length)))
        {
            throw new LogFileException(LogFileFault.Binary, Path);
        }

        _isFirst = false;
        return length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private static bool IsReadFault(Exception cause) =>
        cause is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException;
}
