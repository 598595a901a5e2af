using System.Text;

namespace LogAnalysis.Files;

/// <summary>The text of one log file, block by block, in UTF-8, whatever its encoding.</summary>
internal sealed class LogFileText : IDisposable
{
    /// <summary>How much is read of a file without a size, in bytes: those of <c>/proc</c> and the like may have no end.</summary>
    public const int MaxUnsized = 4 << 20;

    private readonly LogContent _whole;
    private LogContent _content;
    private ContentStream _bytes;
    private Stream _text;
    private long _lengthWhenOpened;
    private readonly bool _isBinary;
    private long _read;

    private LogFileText(string path, LogContent content, Encoding? stated)
    {
        Path = path;
        byte[] head = content.ReadBeginning(BinaryDetector.Length);
        Encoding? encoding = TextEncoding.Detect(head, stated, out int markLength);
        _isBinary = encoding is null
            ? BinaryDetector.Classify(content, head) != ContentKind.Text
            : BinaryDetector.IsBinary(Encoding.Convert(encoding, Encoding.UTF8, head, markLength, head.Length - markLength));
        _whole = content;
        _content = content;
        _bytes = new ContentStream(content, head, markLength);
        _text = encoding is null ? _bytes : encoding is UnicodeEncoding ? new Utf16Stream(_bytes, encoding) : Encoding.CreateTranscodingStream(_bytes, encoding, Encoding.UTF8);
        _lengthWhenOpened = content.FileLength;
        IsPlain = encoding is null && content.CanChange && _lengthWhenOpened > 0;
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>
    /// Whether the text is the file itself, so that several threads can read it at a time, each at another position. A file without a size is
    /// not: the system makes it up, and differently for each position.
    /// </summary>
    public bool IsPlain { get; }

    /// <summary>How many bytes of the file have been read in order; compressed bytes where it is compressed.</summary>
    public long Position => _content.FilePosition(_bytes.Offset);

    /// <summary>The bytes of the file; those of a compressed one uncompressed.</summary>
    public LogContent Content => _whole;

    /// <summary>When the file was written last, in local time.</summary>
    public DateTime LastWritten => _whole.LastWriteTime.ToLocalTime();

    /// <summary>The file's size in bytes.</summary>
    public long Length => _content.FileLength;

    /// <summary>Opens a file.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or its beginning cannot be read.</exception>
    public static LogFileText Open(string path, ReadOptions options)
    {
        LogContent content = options.Open(path);
        try
        {
            return new LogFileText(path, content, options.Encoding);
        }
        catch (Exception cause)
        {
            content.Dispose();
            if (IsReadFailure(cause))
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }

    /// <summary>Reads only a part of the file, before anything was read of it.</summary>
    /// <param name="excerpt">The part.</param>
    public void Narrow(ExcerptContent excerpt)
    {
        _content = excerpt;
        _bytes = new ContentStream(excerpt, head: [], start: 0);
        _text = _bytes;
        _lengthWhenOpened = excerpt.FileLength;
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
        if (_isBinary)
        {
            throw new LogFileException(LogFileErrorKind.Binary, Path);
        }

        int length = Fill(block, _text, _read, out failure);
        _read += length;
        return length;
    }

    /// <summary>Reads a block from any position, if <see cref="IsPlain"/>.</summary>
    /// <inheritdoc cref="Read(Span{byte}, out LogFileException?)"/>
    public int ReadAt(long offset, Span<byte> block, out LogFileException? failure) =>
        Fill(block, new ContentStream(_content, head: [], offset), offset, out failure);

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _whole.Dispose();
    }

    /// <summary>Where a file was truncated, its last line is not known to be whole.</summary>
    private LogFileException? FailureAtEnd(bool isAtEnd, long bytesRead) => isAtEnd && Length < _lengthWhenOpened
        ? new LogFileException(LogFileErrorKind.Truncated, Path, cause: null, bytesRead)
        : null;

    private int Fill(Span<byte> block, Stream text, long offset, out LogFileException? failure)
    {
        failure = null;
        int length = 0;
        int read;
        try
        {
            while (length < block.Length && (read = text.Read(block[length..])) > 0)
            {
                length += read;
                RequireEnd(offset + length);
            }
        }
        catch (Exception cause) when (IsReadFailure(cause))
        {
            failure = LogFileException.From(cause, Path, offset + length);
        }

        failure ??= FailureAtEnd(isAtEnd: length < block.Length, offset + length);
        return length;
    }

    private void RequireEnd(long read)
    {
        if (_lengthWhenOpened == 0 && read >= MaxUnsized && Length == 0)
        {
            throw new LogFileException(LogFileErrorKind.Unsized, Path, cause: null, read);
        }
    }

    private static bool IsReadFailure(Exception cause) => cause is IOException or UnauthorizedAccessException or NotSupportedException;
}
