using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>How far a log was read ahead, and what it held there: by that it is told whether it was emptied since.</summary>
internal sealed class ReadAheadEnd
{
    private byte[] _head = [];
    private byte[] _tail = [];

    /// <summary>How far the log was read.</summary>
    public long Position { get; private set; }

    /// <summary>The last bytes before the position, which are read again.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    /// <summary>Whether there is nothing but NUL bytes before the position.</summary>
    public bool IsHole => !_head.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>The follower has read up to a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="tail">The last bytes before it.</param>
    /// <param name="head">The beginning of the log, as far as it was read.</param>
    public void Set(long position, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> head)
    {
        if (Position != position || _head.Length != head.Length)
        {
            Position = position;
            _tail = tail.ToArray();
            _head = head.Length == _head.Length ? _head : head.ToArray();
        }
    }

    /// <summary>These bytes were read; they begin with <see cref="Tail"/>.</summary>
    public void Advance(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> added = bytes[_tail.Length..];
        if (_head.Length == Position && Position < Fingerprint.MaxHead)
        {
            _head = [.. _head, .. added[..(int)Math.Min(added.Length, Fingerprint.MaxHead - Position)]];
        }

        Position += added.Length;
        _tail = bytes[^Math.Min(Fingerprint.MaxTail, bytes.Length)..].ToArray();
    }

    /// <summary>Whether a log still begins with what was read of its beginning.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool IsHeadIn(LogContent file)
    {
        Span<byte> head = stackalloc byte[Fingerprint.MaxHead];
        head = head[.._head.Length];
        return file.Read(head, 0) == head.Length && head.SequenceEqual(_head);
    }
}
