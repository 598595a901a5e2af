namespace LogAnalysis.Following;

/// <summary>
/// What was read of a file while its consumer was too slow to take it. A log that is copied and emptied holds lines for a moment that are in no
/// copy: who has read them by then has them.
/// </summary>
internal sealed class ReadAhead(ReadAheadBudget budget)
{
    private readonly List<byte[]> _blocks = [];
    private long _start;
    private long _end;
    private bool _isOver;

    /// <summary>Whether it holds what comes at a position.</summary>
    public bool Holds(long offset) => offset >= _start && offset < _end;

    /// <summary>Reads the next block, if the file still holds what was read before it.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="read">What was taken of it.</param>
    /// <param name="block">Where to read into.</param>
    /// <returns>Whether there was anything.</returns>
    public bool Fill(TailedHandle handle, FingerprintTracker read, byte[] block)
    {
        bool isFirst = _blocks.Count == 0;
        ReadOnlySpan<byte> known = isFirst ? read.Tail : _blocks[^1].AsSpan(^Math.Min(Fingerprint.MaxTail, _blocks[^1].Length)..);
        long from = (isFirst ? read.Offset : _end) - known.Length;
        if (_isOver || budget.Left < block.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = block.AsSpan(0, handle.Read(block, from));
        _isOver = !bytes.StartsWith(known);
        if (_isOver || bytes.Length == known.Length)
        {
            return false;
        }

        Add(isFirst ? bytes : bytes[known.Length..]);
        _start = isFirst ? from : _start;
        _end = from + bytes.Length;
        return true;
    }

    /// <summary>Gives what was read from a position on, and forgets what is well before it.</summary>
    /// <returns>How many bytes.</returns>
    public int Take(Span<byte> block, long offset)
    {
        int count = 0;
        long at = _start;
        foreach (byte[] bytes in _blocks)
        {
            if (offset + count < at + bytes.Length && count < block.Length)
            {
                ReadOnlySpan<byte> wanted = bytes.AsSpan((int)(offset + count - at));
                wanted = wanted[..Math.Min(wanted.Length, block.Length - count)];
                wanted.CopyTo(block[count..]);
                count += wanted.Length;
            }

            at += bytes.Length;
        }

        Forget(offset);
        return count;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Forget(long.MaxValue);

    private void Add(ReadOnlySpan<byte> bytes)
    {
        _blocks.Add(bytes.ToArray());
        budget.Left -= bytes.Length;
    }

    private void Forget(long offset)
    {
        while (_blocks.Count > 0 && _start + _blocks[0].Length <= offset)
        {
            _start += _blocks[0].Length;
            budget.Left += _blocks[0].Length;
            _blocks.RemoveAt(0);
        }

        if (_blocks.Count == 0)
        {
            (_start, _end, _isOver) = (0, 0, false);
        }
    }
}
