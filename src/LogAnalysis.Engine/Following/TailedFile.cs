using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>
/// A file that is being followed, by its handle: wherever it is renamed to, its lines go on coming from here. A line is passed
/// on when its end has been written. Each read begins with bytes that were read before, so that a file which was overwritten is
/// recognised, whatever its length.
/// </summary>
internal sealed class TailedFile : ILineHandler, IDisposable
{
    /// <summary>How long the buffer must be that <see cref="Read"/> takes.</summary>
    public const int BlockSize = (1 << 16) + Fingerprint.MaxTail;

    /// <summary>So many bytes tell how a text is encoded.</summary>
    private const int MinToDetect = 4;
    private const int MaxListings = 3;

    private readonly IFollowSink _sink;
    private readonly FollowOptions _options;
    private readonly EntryAssembler? _assembler;
    private LogContent _content;
    private OpenHandles? _handles;
    private bool _isReleased;
    private bool _isParked;
    private (long Length, DateTime Written) _whenParked;
    private LogParser _parser;
    private LineSplitter _splitter = new();
    private int _unit = 1;
    private bool _isAtBeginning = true;
    private bool _isTooShort;
    private long _offset;
    private byte[] _tail = [];
    private byte[] _lineTail = [];
    private LogState _state;
    private bool _wasCurrent;

    private TailedFile(string path, LogContent content, FollowOptions options, IFollowSink sink)
    {
        Path = path;
        _content = content;
        _options = options;
        _sink = sink;
        _assembler = options.JoinsLines ? new EntryAssembler(sink.Add) : null;
        _parser = CreateParser(countsLines: true, linesBefore: 0);
    }

    /// <summary>The path that is followed.</summary>
    public string Path { get; }

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity => _content.Identity;

    /// <summary>What the file is to the path now.</summary>
    public LogState State
    {
        get => _state;
        set
        {
            _state = value;
            _wasCurrent |= value == LogState.Current;
        }
    }

    /// <summary>The beginning of the file, as far as it is known.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>How many lines stand before the first that was not passed on; null when that is not known. Up to date when told.</summary>
    public long? SettledLines { get; private set; }

    /// <summary>When it last had something new, in the time of <see cref="Environment.TickCount64"/>.</summary>
    public long LastRead { get; private set; } = Environment.TickCount64;

    /// <summary>Whether all of it had been read once since it was rotated away.</summary>
    public bool IsDrained { get; set; }

    /// <summary>Whether nothing was read of it, or skipped: it cannot be told then from a file that was emptied meanwhile.</summary>
    public bool IsUnread => _offset == 0;

    /// <summary>Whether there is anything in it.</summary>
    public bool HasBegun => !Content.IsEmpty;

    /// <summary>When it was written last, in UTC.</summary>
    public DateTime LastWriteTime => Content.LastWriteTime;

    /// <summary>Whether something is kept that is passed on after a short quiet time.</summary>
    public bool IsWaiting => _parser.PendingOffset is not null || _assembler?.PendingOffset is not null;

    /// <summary>Whether the end of the last line has not come yet.</summary>
    public bool HasPartialLine => _splitter.HasPartialLine;

    /// <summary>Whether it was deleted while it had no handle.</summary>
    public bool IsGone => _content is DeletedFile;

    /// <summary>The file, opened again if it has no handle.</summary>
    private LogContent Content
    {
        get
        {
            if (_isParked)
            {
                Reopen();
            }

            return _content;
        }
    }

    /// <summary>Where the first line begins that was not passed on.</summary>
    private long Settled => Math.Min(_splitter.Position, Math.Min(_parser.PendingOffset ?? long.MaxValue, _assembler?.PendingOffset ?? long.MaxValue));

    /// <summary>How far it was read, partial lines included.</summary>
    public LogPosition ReadPosition => new(Path, State, Identity, _offset, null, Fingerprint.Of(Head, _tail));

    /// <summary>A file to be read from its beginning.</summary>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public static TailedFile FromStart(string path, LogContent content, FollowOptions options, IFollowSink sink) =>
        Open(path, content, options, sink, (_, _) => { });

    /// <summary>A file to be read from its last lines on, so many as the options say.</summary>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public static TailedFile FromEnd(string path, LogContent content, FollowOptions options, IFollowSink sink) =>
        Open(path, content, options, sink, (log, encoding) =>
        {
            long start = !content.CanChange && options.Tail == 0 ? content.Length : TailStart.Find(content, options.Tail, LineEnd.Of(encoding));
            log.BeginAt(start, encoding, lines: null);
        });

    /// <summary>A file that goes on where an earlier run ended.</summary>
    /// <exception cref="LogFileException">It is not text, or cannot be read.</exception>
    public static TailedFile Resume(LogPosition position, string path, LogContent content, FollowOptions options, IFollowSink sink) =>
        Open(path, content, options, sink, (log, encoding) =>
        {
            log.BeginAt(position.Offset, encoding, position.Lines);
        });

    /// <summary>Whether what was read here to begin with is what an earlier run had read: the file may be overwritten at any moment.</summary>
    public bool GoesOnFrom(LogPosition position) => _offset == position.Offset && position.Fingerprint.Matches(Head, _tail);

    /// <summary>Whether a file that begins with these bytes can be a copy of this one.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public bool BeginsLike(ReadOnlySpan<byte> beginning)
    {
        // What was read may have been overwritten since; what was not is what stands there now, and its writer may go on.
        bool isSettled = !IsUnread || (Head.Length == Fingerprint.MaxHead && !_wasCurrent);
        ReadOnlySpan<byte> head = isSettled ? Head : ReadBytes(0, Fingerprint.MaxHead);
        int length = isSettled ? head.Length : Math.Min(head.Length, beginning.Length);
        return length > 0 && beginning.Length >= length && beginning[..length].SequenceEqual(head[..length]);
    }

    /// <summary>Reads the next block and passes on the lines that it completes.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public ReadResult Read(byte[] block) => ReadNext(block, isAll: false);

    /// <summary>Reads the next block; where no more will come, however little there is decides on the encoding.</summary>
    private ReadResult ReadNext(byte[] block, bool isAll)
    {
        if (_isParked && IsUntouched())
        {
            PassOnWaiting();
            return ReadResult.Nothing;
        }

        if (Content is DeletedFile)
        {
            return ReadResult.Overwritten;
        }

        int known = _content.CanChange ? _tail.Length : 0;
        int length = ReadAt(block, _offset - known);
        ReadOnlySpan<byte> bytes = block.AsSpan(0, length);
        if (_content.CanChange && (length < known || !bytes[..known].SequenceEqual(_tail) || (length > known && !HasSameHead())))
        {
            return ReadResult.Overwritten;
        }

        int fresh = length - known;
        fresh -= fresh % _unit;
        _isTooShort = fresh > 0 && _isAtBeginning && !isAll && !IsEnoughToDetect(bytes[known..]);
        if (fresh == 0 || _isTooShort)
        {
            PassOnWaiting();
            return ReadResult.Nothing;
        }

        LastRead = Environment.TickCount64;
        Take(block, bytes[..(known + fresh)], known);
        return ReadResult.Lines;
    }

    /// <summary>It has a handle, which it may be asked to give up.</summary>
    public void Hold(OpenHandles handles)
    {
        _handles = handles;
        if (!_isParked)
        {
            handles.Add(this);
        }
    }

    /// <summary>Gives the handle up until the file is looked at. One that is renamed meanwhile is found; of one that is deleted, the rest is lost.</summary>
    public void Park()
    {
        if (!_isParked && !_isReleased)
        {
            _whenParked = (_content.Length, _content.LastWriteTime);
            _content.Dispose();
            _isParked = true;
        }
    }

    /// <summary>The file was overwritten; what was not read of it yet is in this copy.</summary>
    public void ContinueIn(LogContent copy)
    {
        _content.Dispose();
        _content = copy;
        _isParked = false;
        Announce();
    }

    /// <summary>Passes on whatever is kept: no more will come of it.</summary>
    /// <param name="partial">Whether a last line without its end is a line too.</param>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public void Complete(bool partial)
    {
        if (_isTooShort && !_isReleased)
        {
            ReadNext(new byte[BlockSize], isAll: true);
        }

        BeginOutsideBlock();
        if (partial)
        {
            _splitter.Complete(this);
        }

        _parser.Flush();
        _assembler?.Flush();
        _sink.Settle(_splitter.Position);
    }

    /// <inheritdoc/>
    public void Handle(in RawLine line)
    {
        if (line.IsCut)
        {
            _sink.Warn(FollowWarning.LineCut(Path, line.Offset, line.ByteCount, _options.MaxLineLength));
        }

        _parser.Handle(in line);
        Settle();
    }

    /// <summary>Tells where reading begins.</summary>
    public void Announce()
    {
        long settled = Settled;
        if (settled < _splitter.Position)
        {
            SettledLines = null;
            _sink.Open(this, [], settled);
            return;
        }

        SettledLines = _parser.CountsLines ? _parser.LinesHandled : null;
        _sink.Open(this, _lineTail, settled - _lineTail.Length);
    }

    /// <summary>Gives the open file away. Nothing can be read here any more.</summary>
    public LogContent Release()
    {
        LogContent content = Content;
        _isReleased = true;
        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isReleased)
        {
            _content.Dispose();
        }
    }

    private static TailedFile Open(string path, LogContent content, FollowOptions options, IFollowSink sink, Action<TailedFile, Encoding?> start)
    {
        var log = new TailedFile(path, content, options, sink);
        try
        {
            byte[] beginning = content.ReadBeginning(BinaryDetector.Length);
            log.Head = beginning[..Math.Min(beginning.Length, Fingerprint.MaxHead)];
            start(log, log.RequireText(beginning));
            return log;
        }
        catch (Exception cause)
        {
            log.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
            {
                throw LogFileException.From(cause, path);
            }

            throw;
        }
    }

    /// <summary>The encoding of the text; null for UTF-8. NUL bytes at the beginning are what a writer leaves that does not know its log was emptied.</summary>
    private Encoding? RequireText(ReadOnlySpan<byte> beginning)
    {
        Encoding? encoding = TextEncoding.Detect(beginning, _options.Encoding, out _);
        if (encoding is null && BinaryDetector.IsBinary(beginning.TrimStart((byte)0)))
        {
            throw new LogFileException(LogFileErrorKind.Binary, Path);
        }

        return encoding;
    }

    private void BeginAt(long offset, Encoding? encoding, long? lines)
    {
        if (offset == 0)
        {
            return;
        }

        _parser = CreateParser(countsLines: lines is not null, lines ?? 0);
        TailStart.PrimeColumns(_content, _parser);
        TailStart.Prime(_content, offset, _parser, encoding);
        StartText(encoding, offset);
        _offset = offset;
        _tail = ReadBytes(Math.Max(0, offset - Fingerprint.MaxTail), Math.Min(offset, Fingerprint.MaxTail));
        _lineTail = _tail;
    }

    private byte[] ReadBytes(long offset, long length)
    {
        byte[] bytes = new byte[length];
        return bytes[..ReadAt(bytes, offset)];
    }

    private LogParser CreateParser(bool countsLines, long linesBefore) =>
        new(new LineSource(Path) { Format = _options.Format, CountsLines = countsLines, LinesBefore = linesBefore }, _assembler is null ? _sink : _assembler);

    private void StartText(Encoding? encoding, long offset)
    {
        _isAtBeginning = false;
        _unit = LineEnd.Of(encoding).Length;
        _splitter = new LineSplitter(_options.MaxLineLength, encoding);
        _splitter.Reset(offset);
    }

    private void Take(byte[] block, ReadOnlySpan<byte> bytes, int known)
    {
        ReadOnlySpan<byte> fresh = bytes[known..];
        RememberHead(fresh);
        if (_isAtBeginning)
        {
            fresh = fresh[PassOverBeginning(fresh)..];
        }

        if (fresh.Length > 0)
        {
            _sink.Begin(this, bytes, _offset - known);
            _splitter.Push(fresh, this);
        }

        long windowOffset = _offset - known;
        _offset = windowOffset + bytes.Length;
        _tail = bytes[Math.Max(0, bytes.Length - Fingerprint.MaxTail)..].ToArray();
        if (_options.Positions is not null && _splitter.Position > windowOffset)
        {
            int end = (int)(_splitter.Position - windowOffset);
            _lineTail = block.AsSpan(Math.Max(0, end - Fingerprint.MaxTail), Math.Min(end, Fingerprint.MaxTail)).ToArray();
        }
    }

    /// <summary>Passes over NUL bytes and the byte order mark, and finds out what the text is written in.</summary>
    /// <returns>How many bytes of <paramref name="fresh"/> are no text.</returns>
    private int PassOverBeginning(ReadOnlySpan<byte> fresh)
    {
        Encoding? encoding = TextEncoding.Detect(fresh, _options.Encoding, out int mark);
        if (encoding is not null || fresh[0] != 0)
        {
            StartText(encoding, _offset + mark);
            return mark;
        }

        int text = fresh.IndexOfAnyExcept((byte)0);
        if (text < 0)
        {
            return fresh.Length;
        }

        StartText(encoding: null, _offset + text);
        return text;
    }

    private static bool IsEnoughToDetect(ReadOnlySpan<byte> fresh) =>
        fresh.Length >= MinToDetect || (fresh[0] < 0x80 && !fresh.Contains((byte)0));

    private void RememberHead(ReadOnlySpan<byte> fresh)
    {
        if (_offset == 0)
        {
            Head = [];
        }

        if (Head.Length < Fingerprint.MaxHead && _offset <= Head.Length && _offset + fresh.Length > Head.Length)
        {
            int from = (int)(Head.Length - _offset);
            Head = [.. Head, .. fresh[from..Math.Min(fresh.Length, from + Fingerprint.MaxHead - Head.Length)]];
        }
    }

    /// <summary>The beginning is looked at as far as it was read: beyond that the writer may have replaced it.</summary>
    private bool HasSameHead()
    {
        int length = (int)Math.Min(Head.Length, _offset);
        Span<byte> head = stackalloc byte[Fingerprint.MaxHead];
        head = head[..length];
        return ReadAt(head, 0) == length && head.SequenceEqual(Head.AsSpan(0, length));
    }

    private int ReadAt(Span<byte> block, long offset)
    {
        try
        {
            return Content.Read(block, offset);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw LogFileException.From(cause, Path);
        }
    }

    /// <summary>Whether all had been read when the handle was given up, and nothing has been written since.</summary>
    private bool IsUntouched()
    {
        var file = new FileInfo(Path);
        return _whenParked.Length == _offset && FileIdentity.Of(Path) == Identity
            && file.Exists && file.Length == _offset && file.LastWriteTimeUtc == _whenParked.Written;
    }

    private void Reopen()
    {
        LogContent content = FindPlace() is string place ? LogContent.Open(place) : new DeletedFile(Identity);
        if (content.Identity != Identity)
        {
            // It was renamed this moment: the next look finds it.
            content.Dispose();
            throw new LogFileException(LogFileErrorKind.NotFound, Path);
        }

        _content = content;
        _isParked = false;
        _handles!.Add(this);
    }

    /// <summary>What the file is called now; null where it is gone. While files are renamed, a listing can miss it.</summary>
    private string? FindPlace()
    {
        for (int attempt = 0; attempt < MaxListings; attempt++)
        {
            string? place = FileIdentity.Of(Path) == Identity ? Path : RotatedName.Find(Path).FirstOrDefault(file => FileIdentity.Of(file) == Identity);
            if (place is not null)
            {
                return place;
            }
        }

        return RotatedName.FilesIn(System.IO.Path.GetDirectoryName(Path)!).FirstOrDefault(file => FileIdentity.Of(file) == Identity);
    }

    private void PassOnWaiting()
    {
        bool entryIsDue = _assembler?.PendingOffset is not null
            && Environment.TickCount64 - LastRead >= _options.EntryQuiet.TotalMilliseconds;
        if (_parser.PendingOffset is null && !entryIsDue)
        {
            return;
        }

        BeginOutsideBlock();
        _parser.Flush();
        if (entryIsDue)
        {
            _assembler!.Flush();
        }

        Settle();
    }

    private void BeginOutsideBlock() => _sink.Begin(this, _lineTail, _splitter.Position - _lineTail.Length);

    private void Settle() => _sink.Settle(Settled);
}
