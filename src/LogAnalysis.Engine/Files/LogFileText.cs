namespace LogAnalysis.Files;

/// <summary>The text of one log file, block by block, in UTF-8.</summary>
internal sealed class LogFileText : IDisposable
{
    /// <summary>How much is read of a file that has no size, in bytes: those of <c>/proc</c> and the like may have no end.</summary>
    public const int MaxUnsized = 4 << 20;

    private readonly LogFileBytes _file;
    private readonly Stream _text;
    private readonly long _lengthWhenOpened;
    private bool _isFirst = true;
    private long _read;

    private LogFileText(string path, LogFileBytes file, Stream text)
    {
        Path = path;
        _file = file;
        _text = text;
        _lengthWhenOpened = LengthNow;
        IsPlain = ReferenceEquals(file, text) && _lengthWhenOpened > 0;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>
    /// Whether the text is the file itself, so that several can read it at a time, each somewhere else. A file without a size is one that the
    /// system makes up, anew for each place where one begins to read.
    /// </summary>
    public bool IsPlain { get; }

    /// <summary>How many bytes of the file have been read, compressed ones where it is compressed. Of no meaning where several read.</summary>
    public long Position => _file.Position;

    /// <summary>The file's size in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Opens a file.</summary>
    /// <exception cref="LogFileException">It cannot be opened or its beginning not be read.</exception>
    public static LogFileText Open(string path, ReadOptions options)
    {
        LogFileBytes file = options.Open(path);
        try
        {
            return new LogFileText(path, file, TextDecoder.Decode(file, options.Encoding));
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
    /// <param name="block">Receives it.</param>
    /// <param name="failure">
    /// Receives why reading ended before the block was full, and how much had been read; null where the text is at its end.
    /// </param>
    /// <returns>Its length: less than asked for only at the end, or where reading failed.</returns>
    /// <exception cref="LogFileException">The file is not text.</exception>
    public int Read(Span<byte> block, out LogFileException? failure)
    {
        failure = null;
        int length = 0;
        int read;
        try
        {
            while (length < block.Length && (read = _text.Read(block[length..])) > 0)
            {
                length += read;
                RequireEnd(_read + length);
            }
        }
        catch (Exception cause) when (IsReadFault(cause))
        {
            failure = LogFileException.From(cause, Path, _read + length);
        }

        _read += length;
        failure ??= FailureAtEnd(isAtEnd: length < block.Length, _read);
        Probe(block[..length]);
        return length;
    }

    /// <summary>Reads a block of a plain text from anywhere.</summary>
    /// <inheritdoc cref="Read(Span{byte}, out LogFileException?)"/>
    public int ReadAt(long offset, Span<byte> block, out LogFileException? failure)
    {
        failure = null;
        int length = 0;
        int read;
        try
        {
            while (length < block.Length && (read = _file.ReadAt(block[length..], offset + length)) > 0)
            {
                length += read;
                RequireEnd(offset + length);
            }
        }
        catch (Exception cause) when (IsReadFault(cause))
        {
            failure = LogFileException.From(cause, Path, offset + length);
        }

        failure ??= FailureAtEnd(isAtEnd: length < block.Length, offset + length);
        return length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private long LengthNow => _file.CanSeek ? _file.Length : 0;

    /// <summary>A file that has become shorter ends where its lines do not.</summary>
    private LogFileException? FailureAtEnd(bool isAtEnd, long bytesRead) => isAtEnd && LengthNow < _lengthWhenOpened
        ? new LogFileException(LogFileErrorKind.Truncated, Path, cause: null, bytesRead)
        : null;

    private void Probe(ReadOnlySpan<byte> block)
    {
        if (_isFirst && BinaryDetector.IsBinary(block))
        {
            throw new LogFileException(LogFileErrorKind.Binary, Path);
        }

        _isFirst = false;
    }

    private void RequireEnd(long read)
    {
        if (_lengthWhenOpened == 0 && read >= MaxUnsized && LengthNow == 0)
        {
            throw new LogFileException(LogFileErrorKind.Unsized, Path, cause: null, read);
        }
    }

    private static bool IsReadFault(Exception cause) =>
        cause is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException;
}
