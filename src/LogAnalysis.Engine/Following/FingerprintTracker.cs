using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// How far a followed file was read, and what it held there. Each read begins with bytes that were read before; where those differ, the
/// file was overwritten, whatever its length.
/// </summary>
internal sealed class FingerprintTracker
{
    private readonly ContentMarks _marks = new();
    private byte[] _tail = [];

    /// <summary>How far the file was read.</summary>
    public long Offset { get; private set; }

    /// <summary>The beginning of the file, as far as it is known.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>What of the beginning was read. Beyond that the writer may have replaced it.</summary>
    public ReadOnlySpan<byte> HeadRead => Head.AsSpan(0, (int)Math.Min(Head.Length, Offset));

    /// <summary>The last bytes before <see cref="Offset"/>.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    /// <summary>What was read, as a checkpoint has it.</summary>
    public Fingerprint Fingerprint => Fingerprint.Of(Head, _tail);

    /// <summary>The file has been opened.</summary>
    public void Open(ReadOnlySpan<byte> beginning) => Head = beginning[..Math.Min(beginning.Length, Fingerprint.MaxHead)].ToArray();

    /// <summary>Reading starts after these bytes.</summary>
    public void StartAt(long offset, byte[] tail) => (Offset, _tail) = (offset, tail);

    /// <summary>Up to a position there is nothing but NUL bytes.</summary>
    public void SkipHole(long offset)
    {
        Head = new byte[Math.Min(offset, Fingerprint.MaxHead)];
        StartAt(offset, new byte[Math.Min(offset, Fingerprint.MaxTail)]);
    }

    /// <summary>These bytes are about to be read: what of them is the beginning of the file is remembered.</summary>
    public void ExtendHead(ReadOnlySpan<byte> added)
    {
        if (Offset == 0)
        {
            Head = [];
        }

        if (Head.Length < Fingerprint.MaxHead && Offset <= Head.Length && Offset + added.Length > Head.Length)
        {
            int from = (int)(Head.Length - Offset);
            Head = [.. Head, .. added[from..Math.Min(added.Length, from + Fingerprint.MaxHead - Head.Length)]];
        }
    }

    /// <summary>These bytes have been read; they begin with the last <paramref name="known"/> ones of the read before.</summary>
    public void Advance(ReadOnlySpan<byte> bytes, int known)
    {
        _marks.Add(bytes, Offset - known, Offset);
        Offset += bytes.Length - known;
        _tail = bytes[Math.Max(0, bytes.Length - Fingerprint.MaxTail)..].ToArray();
    }

    /// <summary>Whether a file is a copy that was made before the last lines were read: it holds the beginning of what was read, and nothing else.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool IsEarlierCopy(LogContent content)
    {
        byte[] head = content.ReadBeginning(Fingerprint.MaxHead);
        return head.AsSpan().CommonPrefixLength(Head) == Math.Min(head.Length, Head.Length) && content.Length < Offset && _marks.AreIn(content) != false;
    }

    /// <summary>Whether the file still begins with what was read of its beginning.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public bool IsHeadIn(TailedHandle handle)
    {
        Span<byte> head = stackalloc byte[Fingerprint.MaxHead];
        head = head[..HeadRead.Length];
        return handle.Read(head, 0) == head.Length && head.SequenceEqual(HeadRead);
    }

    /// <summary>Whether the file still holds the bytes that were read last.</summary>
    /// <exception cref="LogFileException">Reading failed.</exception>
    public bool IsTailIn(TailedHandle handle) => handle.ReadBytes(Offset - _tail.Length, _tail.Length).AsSpan().SequenceEqual(_tail);

    /// <summary>Whether a checkpoint has the same position, and the file held the same then.</summary>
    public bool Matches(LogPosition position) => Offset == position.Offset && position.Fingerprint.Matches(Head, _tail);
}
