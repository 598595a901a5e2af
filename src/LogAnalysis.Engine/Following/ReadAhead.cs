using System.Buffers;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// What was read of a log before the follower comes to it: by the thread that is notified, while the follower parses or its consumer is slow. A log
/// that is copied and emptied holds lines for a moment that are in no copy: who has read them by then has them.
/// </summary>
/// <param name="budget">How much may be kept.</param>
/// <param name="generation">How often the log has been emptied since what the follower reads now.</param>
internal sealed class ReadAhead(ReadAheadBudget budget, int generation = 0)
{
    /// <summary>A log that is emptied more often is read as what is left of it.</summary>
    private const int MaxGenerations = 100;

    private readonly ByteQueue _bytes = new();
    private readonly ReadAheadEnd _end = new();
    private LogContent? _file;
    private ReadAhead? _next;
    private bool _isOver;

    /// <summary>How far the log was read.</summary>
    public long End
    {
        get
        {
            lock (_bytes)
            {
                return _end.Position;
            }
        }
    }

    /// <summary>Where what is kept begins; null where nothing is. If it is behind what the follower has read, there is a hole between.</summary>
    public long? Start
    {
        get
        {
            lock (_bytes)
            {
                return _bytes.Count > 0 ? KeptFrom : null;
            }
        }
    }

    /// <summary>What was read from the beginning on since the log was emptied, once or several times.</summary>
    public IEnumerable<ReadAhead> Later
    {
        get
        {
            for (ReadAhead? next = Next; next is not null; next = next.Next)
            {
                yield return next;
            }
        }
    }

    /// <summary>The position of the first byte that is kept, or that would be next.</summary>
    private long KeptFrom => _end.Position - _bytes.Count;

    private ReadAhead? Next
    {
        get
        {
            lock (_bytes)
            {
                return _next;
            }
        }
    }

    /// <summary>The follower has read up to a position, and the log still holds that: from there on more can be read ahead.</summary>
    /// <param name="file">The log.</param>
    /// <param name="end">The position.</param>
    /// <param name="tail">The last bytes before it.</param>
    /// <param name="head">The beginning of the log, as far as it was read.</param>
    public void Continue(LogContent file, long end, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> head)
    {
        lock (_bytes)
        {
            Forget(end);
            _file = file;
            if (_bytes.Count > 0)
            {
                return;
            }

            _next?.Clear();
            (_next, _isOver) = (null, false);
            _end.Set(end, tail, head);
        }
    }

    /// <summary>The follower has taken everything before a position.</summary>
    public void ContinueAt(long end)
    {
        lock (_bytes)
        {
            Forget(end);
        }
    }

    /// <summary>Reads to the end of the log. From any thread.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public void Fill()
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(TailedFile.BlockSize);
        try
        {
            for (ReadAhead? last = this; last is not null; last = last.Fill(block))
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Gives what was read ahead from a position on. It is kept until reading continues behind it.</summary>
    /// <returns>How many bytes.</returns>
    public int Take(Span<byte> bytes, long offset)
    {
        lock (_bytes)
        {
            return offset < KeptFrom ? 0 : _bytes.CopyTo(bytes, (int)Math.Min(offset - KeptFrom, _bytes.Count));
        }
    }

    /// <summary>Bytes that are kept.</summary>
    public byte[] ReadBytes(long offset, long length)
    {
        byte[] bytes = new byte[length];
        return bytes[..Take(bytes, offset)];
    }

    /// <summary>Reads by another handle from here on; by none where it is null.</summary>
    public void Move(LogContent? file)
    {
        lock (_bytes)
        {
            _file = file;
            _next?.Move(file);
        }
    }

    /// <summary>Forgets what was read, except what came after the log was emptied.</summary>
    public void Stop()
    {
        lock (_bytes)
        {
            Move(null);
            Forget(long.MaxValue);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_bytes)
        {
            Stop();
            _next?.Clear();
            _next = null;
        }
    }

    /// <returns>What to read instead, since the log was emptied.</returns>
    private ReadAhead? Fill(byte[] block)
    {
        lock (_bytes)
        {
            // What cannot be kept to its end need not be kept: a large file that is being caught up with.
            while (!_isOver && _file is LogContent file && budget.Has(block.Length + file.Length - _end.Position) && TryFill(file, block))
            {
            }

            if (_isOver && _file is not null && generation < MaxGenerations)
            {
                _next ??= new ReadAhead(budget, generation + 1) { _file = _file };
            }

            return _next;
        }
    }

    private bool TryFill(LogContent file, byte[] block)
    {
        ReadOnlySpan<byte> bytes = block.AsSpan(0, file.Read(block, _end.Position - _end.Tail.Length));
        int known = _end.Tail.Length;
        _isOver = !bytes.StartsWith(_end.Tail) || (bytes.Length > known && !_end.IsHeadIn(file));
        if (_isOver || bytes.Length == known)
        {
            return false;
        }

        Keep(bytes[known..]);
        _end.Advance(bytes);
        return true;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        // A writer that does not know that its log was emptied leaves a hole, which need not be kept.
        bool isHole = _bytes.Count == 0 && _end.IsHole && !bytes.ContainsAnyExcept((byte)0);
        if (!isHole)
        {
            _bytes.Add(bytes);
            budget.Take(bytes.Length);
        }
    }

    private void Forget(long offset)
    {
        int count = (int)Math.Clamp(offset - KeptFrom, 0, _bytes.Count);
        _bytes.Remove(count);
        budget.Return(count);
    }
}
