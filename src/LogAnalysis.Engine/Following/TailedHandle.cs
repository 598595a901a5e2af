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
    private (long Length, DateTime Written) _whenReleased;

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity => _content.Identity;

    /// <summary>What was read ahead of it; null where nothing can be.</summary>
    public ReadAhead? Ahead { get; set; }

    /// <summary>Whether the file was deleted while it had no handle, as far as is known.</summary>
    public bool IsDeleted => _content is DeletedFile;

    /// <summary>Whether more may be written to the file.</summary>
    public bool CanChange => _content.CanChange;

    /// <summary>Whether an open file has this identity by now.</summary>
    public bool IsNow(FileIdentity identity) => _state == HandleState.Open && _content.IsNow(identity);

    /// <summary>How far a file that may be written can be read now, if its handle is open. What was read ahead can be truncated away since.</summary>
    /// <exception cref="IOException">It cannot be known.</exception>
    public long? OpenEnd => _state == HandleState.Open && CanChange ? Math.Max(_content.Length, Ahead?.End ?? 0) : null;

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

    /// <summary>The file was read up to a position, and still holds that: from there on more can be read ahead.</summary>
    /// <param name="end">The position.</param>
    /// <param name="tail">The last bytes before it.</param>
    /// <param name="head">The beginning of the file, as far as it was read.</param>
    public void ContinueAhead(long end, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> head)
    {
        if (_state == HandleState.Open && CanChange)
        {
            Ahead?.Continue(_content, end, tail, head);
        }
    }

    /// <summary>Lets what is written be read ahead.</summary>
    /// <param name="budget">How much may be kept.</param>
    /// <param name="isUnread">Whether to begin at the beginning.</param>
    public ReadAhead BeginAhead(ReadAheadBudget budget, bool isUnread)
    {
        Ahead ??= new ReadAhead(budget);
        if (isUnread && _state == HandleState.Open && CanChange)
        {
            Ahead.Move(_content);
        }

        return Ahead;
    }

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
            Ahead?.Move(null);
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
        Ahead?.Stop();
        Ahead = null;
        _content.Dispose();
        _content = copy;
        _state = HandleState.Open;
    }

    /// <summary>Passes the open file on to another owner.</summary>
    public LogContent Transfer()
    {
        LogContent content = Content;
        Ahead?.Stop();
        _state = HandleState.Transferred;
        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Ahead?.Stop();
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
