using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>The handle of a followed file. It can be released for another file; this one is then found again by its identity, whatever it is called.</summary>
internal sealed class TailedHandle(string path, LogContent content) : IDisposable
{
    /// <summary>While files are renamed, a directory listing can miss one.</summary>
    private const int MaxListings = 3;

    private LogContent _content = content;
    private HandleState _state = HandleState.Open;
    private OpenHandles? _handles;
    private ReadAhead? _ahead;
    private (long Length, DateTime Written) _whenReleased;

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity => _content.Identity;

    /// <summary>Whether the file was deleted while it had no handle, as far as is known.</summary>
    public bool IsDeleted => _content is DeletedFile;

    /// <summary>Whether more may be written to the file.</summary>
    public bool CanChange => _content.CanChange;

    /// <summary>How long a file is that may be written, if its handle is open.</summary>
    /// <exception cref="IOException">It cannot be known.</exception>
    public long? OpenLength => _state == HandleState.Open && CanChange ? _content.Length : null;

    /// <summary>Whether nothing can be read here any more.</summary>
    public bool IsTransferred => _state == HandleState.Transferred;

    /// <summary>The file, opened again if its handle was released.</summary>
    /// <exception cref="LogFileException">It cannot be opened.</exception>
    public LogContent Content
    {
        get
        {
            if (_state == HandleState.Released)
            {
                Reopen();
            }

            return _content;
        }
    }

    /// <summary>Reads from a position on.</summary>
    /// <returns>How many bytes; 0 only at the end.</returns>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public int Read(Span<byte> block, long offset)
    {
        try
        {
            return Content.Read(block, offset);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, path);
        }
    }

    /// <summary>Reads ahead of what is taken.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public void FillAhead(FingerprintTracker read, byte[] block, ReadAheadBudget budget)
    {
        _ahead ??= new ReadAhead(budget);
        while (_ahead.Fill(this, read, block))
        {
        }
    }

    /// <summary>Whether what comes at a position was read ahead.</summary>
    public bool IsReadAhead(long offset) => _ahead?.Holds(offset) == true;

    /// <summary>Reads from a position on what was read ahead.</summary>
    public int TakeAhead(Span<byte> block, long offset) => _ahead!.Take(block, offset);

    /// <summary>Reads the bytes at a position, as far as there are any.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public byte[] ReadBytes(long offset, long length)
    {
        byte[] bytes = new byte[length];
        return bytes[..Read(bytes, offset)];
    }

    /// <summary>Counts the handle among those that are open.</summary>
    public void Register(OpenHandles handles)
    {
        _handles = handles;
        if (_state != HandleState.Released)
        {
            handles.Add(this);
        }
    }

    /// <summary>Closes the handle until there is something to read. Of a file that is deleted meanwhile, the rest is lost.</summary>
    public void CloseHandle()
    {
        if (_state is HandleState.Open or HandleState.Deleted)
        {
            _whenReleased = (_content.Length, _content.LastWriteTime);
            _content.Dispose();
            _state = HandleState.Released;
        }
    }

    /// <summary>Whether the handle was released when all had been read, and nothing has been written since.</summary>
    /// <param name="offset">How far the file was read.</param>
    public bool IsUntouchedSinceRelease(long offset)
    {
        if (_state != HandleState.Released)
        {
            return false;
        }

        var file = new FileInfo(path);
        return _whenReleased.Length == offset && FileIdentity.Of(path) == Identity
            && file.Exists && file.Length == offset && file.LastWriteTimeUtc == _whenReleased.Written;
    }

    /// <summary>Goes on in another file, which holds what was read of this one.</summary>
    public void ContinueIn(LogContent copy)
    {
        _ahead?.Clear();
        _content.Dispose();
        _content = copy;
        _state = HandleState.Open;
    }

    /// <summary>Passes the open file on to another owner.</summary>
    public LogContent Transfer()
    {
        LogContent content = Content;
        _state = HandleState.Transferred;
        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ahead?.Clear();
        if (_state != HandleState.Transferred)
        {
            _content.Dispose();
        }
    }

    private void Reopen()
    {
        LogContent content = FindName() is string name ? LogContent.Open(name) : new DeletedFile(Identity);
        if (content.Identity != Identity)
        {
            // It was renamed this moment: the next look finds it.
            content.Dispose();
            throw new LogFileException(LogFileErrorKind.NotFound, path);
        }

        _content = content;
        _state = content is DeletedFile ? HandleState.Deleted : HandleState.Open;
        _handles!.Add(this);
    }

    /// <summary>What the file is called now; null where it is gone.</summary>
    private string? FindName()
    {
        for (int listing = 0; listing < MaxListings; listing++)
        {
            string? name = FileIdentity.Of(path) == Identity ? path : RotatedName.Find(path).FirstOrDefault(IsThis);
            if (name is not null)
            {
                return name;
            }
        }

        return LogFolders.Files(path).FirstOrDefault(IsThis);
    }

    private bool IsThis(string file) => FileIdentity.Of(file) == Identity;
}
