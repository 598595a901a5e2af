using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Times;

namespace LogAnalysis.Following;

/// <summary>A followed file, read by its handle: its lines go on coming from here wherever it is renamed to.</summary>
internal sealed class TailedFile : IDisposable
{
    /// <summary>The length of the buffer to read into.</summary>
    public const int BlockSize = (1 << 16) + Fingerprint.MaxTail;

    private readonly FollowOptions _options;
    private readonly IFollowSink _sink;
    private readonly TailedLines _lines;
    private readonly TextStart _start;

    public TailedFile(string path, LogContent content, FollowOptions options, IFollowSink sink, DateOrderSample dates)
    {
        _options = options;
        _sink = sink;
        _lines = new TailedLines(path, options, sink, dates);
        _start = new TextStart(options.Encoding);
        Handle = new TailedHandle(path, content);
        Lifecycle = new TailedFileLifecycle(path);
    }

    /// <summary>Its handle.</summary>
    public TailedHandle Handle { get; }

    /// <summary>What it is to the path that is followed.</summary>
    public TailedFileLifecycle Lifecycle { get; }

    /// <summary>When it had something new.</summary>
    public FileActivity Activity { get; } = new();

    /// <summary>What was read of it.</summary>
    public FingerprintTracker Read { get; } = new();

    /// <summary>The path that is followed.</summary>
    public string Path => Lifecycle.Path;

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity => Handle.Identity;

    /// <summary>The beginning of the file, as far as it is known.</summary>
    public byte[] Head => Read.Head;

    /// <summary>
    /// Whether nothing was read of it, or skipped, but the hole that a writer leaves which does not know that its log was emptied. It cannot be
    /// distinguished then from a file that was emptied meanwhile.
    /// </summary>
    public bool IsUnread => Read.Offset == 0 || !_start.HasText;

    /// <summary>When it was written last, in UTC.</summary>
    public DateTime LastWriteTime => Handle.Content.LastWriteTime;

    /// <summary>Whether something is kept that is passed on after a short quiet time.</summary>
    public bool IsWaiting => _lines.HasPendingLine || _lines.HasPendingEntry;

    /// <summary>Whether the end of the last line has not come yet.</summary>
    public bool HasPartialLine => _lines.HasPartialLine;

    /// <summary>How far it was read, partial lines included.</summary>
    public LogPosition ReadPosition => new(Path, Lifecycle.Recorded, Identity, Read.Offset, null, Read.Fingerprint);

    /// <summary>Reads the beginning.</summary>
    /// <returns>The encoding of the text; null for UTF-8.</returns>
    /// <exception cref="IOException">It is not text, or cannot be read.</exception>
    public Encoding? Open()
    {
        byte[] beginning = Handle.Ahead is { Start: 0 } ahead ? ahead.ReadBytes(0, BinaryDetector.Length) : Handle.Content.ReadBeginning(BinaryDetector.Length);
        Read.Open(beginning);
        Encoding? encoding = _start.Require(Handle.Content, beginning, Path);
        _lines.Sample(Handle.Content);
        return encoding;
    }

    /// <summary>Skips what is before a position.</summary>
    /// <param name="offset">The position.</param>
    /// <param name="encoding">The encoding of the text; null for UTF-8.</param>
    /// <param name="lines">How many lines are before the position; null when that is not known.</param>
    public void StartAt(long offset, Encoding? encoding, long? lines)
    {
        if (offset == 0)
        {
            return;
        }

        _start.Set(encoding);
        _lines.Prime(Handle.Content, offset, encoding, lines);
        byte[] tail = Handle.ReadBytes(Math.Max(0, offset - Fingerprint.MaxTail), Math.Min(offset, Fingerprint.MaxTail));
        Read.StartAt(offset, tail);
        _start.Note(tail);
        _lines.KeepTail(tail, offset - tail.Length);
    }

    /// <summary>Tells the sink where reading begins.</summary>
    public void NotifyOpened()
    {
        long committed = _lines.Committed;
        ReadOnlySpan<byte> tail = committed < _lines.Position ? [] : _lines.Tail;
        _sink.NotifyOpened(Block(tail, committed - tail.Length), _lines.CommittedLines);
    }

    /// <summary>Whether a checkpoint has the position at which reading starts: the file may be overwritten at any moment.</summary>
    public bool StartsAt(LogPosition position) => Read.Matches(position);

    /// <summary>Reads the next block and passes on the lines that it completes.</summary>
    /// <param name="block">Where to read into.</param>
    /// <param name="limit">Reads no further than this position.</param>
    /// <param name="isAll">Whether no more will come: however little there is, the encoding is detected by it.</param>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public ReadResult ReadNext(byte[] block, long limit, bool isAll = false)
    {
        if (Handle.Ahead?.Start is long start && start > Read.Offset)
        {
            Read.SkipHole(start);
        }

        // What was read before is read again, so that it is noticed when it is overwritten.
        int known = Handle.CanChange ? Read.Tail.Length : 0;
        Span<byte> wanted = block.AsSpan(0, (int)Math.Min(block.Length, known + Math.Max(0, limit - Read.Offset)));
        int ahead = Handle.Ahead?.Take(wanted[known..], Read.Offset) ?? 0;
        if (ahead >= _start.UnitLength)
        {
            Read.Tail.CopyTo(wanted);
            return Take(wanted[..(known + ahead)], known, isAhead: true, isAll);
        }

        if (Handle.IsUntouchedSinceRelease(Read.Offset))
        {
            FlushPending();
            return ReadResult.Nothing;
        }

        bool canChange = Handle.Content.CanChange;
        if (Handle.IsDeleted)
        {
            return ReadResult.Overwritten;
        }

        var looked = new ObservedTime(_options.Clock);
        ReadOnlySpan<byte> bytes = wanted[..Handle.Read(wanted, Read.Offset - known)];
        if (canChange && (!bytes.StartsWith(Read.Tail) || (bytes.Length > known && !Read.IsHeadIn(Handle))))
        {
            return ReadResult.Overwritten;
        }

        Activity.Verified = looked;
        return Take(bytes, known, isAhead: false, isAll);
    }

    /// <summary>The file was overwritten; what was not read of it yet is in this copy.</summary>
    public void ContinueIn(LogContent copy)
    {
        Handle.ContinueIn(copy);
        NotifyOpened();
    }

    /// <summary>Passes on whatever is kept: no more will come of it.</summary>
    /// <param name="partial">Whether a last line without its end is a line too.</param>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public void Complete(bool partial)
    {
        if (_start.IsTooShort && !Handle.IsTransferred)
        {
            ReadNext(new byte[BlockSize], long.MaxValue, isAll: true);
        }

        BeginPending();
        _lines.Complete(partial);
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private ReadResult Take(ReadOnlySpan<byte> bytes, int known, bool isAhead, bool isAll)
    {
        int added = bytes.Length - known;
        added -= added % _start.UnitLength;
        if (!_start.IsEnough(bytes[known..], isAll) || added == 0)
        {
            ContinueAhead(bytes[..known], 0, isAhead);
            FlushPending();
            return ReadResult.Nothing;
        }

        bytes = bytes[..(known + added)];
        Activity.NoteRead();
        PassOn(bytes, known, isAhead);
        return ReadResult.Lines;
    }

    /// <summary>What comes behind these bytes may be read ahead while they are parsed. Of a file of which nothing was read, it is not known what it is.</summary>
    private void ContinueAhead(ReadOnlySpan<byte> bytes, int added, bool isAhead)
    {
        long end = Read.Offset + added;
        if (isAhead)
        {
            Handle.Ahead!.ContinueAt(end);
        }
        else if (_start.IsKnown)
        {
            Handle.ContinueAhead(end, bytes[^Math.Min(bytes.Length, Fingerprint.MaxTail)..], Head.AsSpan(0, (int)Math.Min(Head.Length, end)));
        }
    }

    private void PassOn(ReadOnlySpan<byte> bytes, int known, bool isAhead)
    {
        ReadOnlySpan<byte> text = bytes[known..];
        long offset = Read.Offset - known;
        Read.ExtendHead(text);
        _start.Note(text);
        if (!_start.IsKnown)
        {
            int skipped = _start.Find(text, out Encoding? encoding);
            _lines.StartAt(Read.Offset + skipped, encoding);
            text = text[skipped..];
        }

        ContinueAhead(bytes, bytes.Length - known, isAhead);
        if (text.Length > 0)
        {
            _sink.BeginBlock(Block(bytes, offset));
            _lines.Push(text);
        }

        Read.Advance(bytes, known);
        _lines.KeepTail(bytes, offset);
    }

    private void FlushPending()
    {
        bool entryIsDue = _lines.HasPendingEntry && Activity.IsQuiet(_options.EntryQuiet);
        bool lineIsDue = _lines.HasPendingLine && Activity.IsQuiet(_lines.HasPendingElement ? _options.ElementQuiet : _options.EntryQuiet);
        if (lineIsDue || entryIsDue)
        {
            BeginPending();
            _lines.FlushPending(lineIsDue, entryIsDue);
        }
    }

    /// <summary>What comes next is not of the block that is read now.</summary>
    private void BeginPending() => _sink.BeginBlock(Block(_lines.Tail, _lines.Position - _lines.Tail.Length));

    private FollowedBlock Block(ReadOnlySpan<byte> window, long offset) => new(Lifecycle, Identity, Head, window, offset);
}
