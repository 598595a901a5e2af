namespace LogAnalysis.Following;

/// <summary>Bytes, first in, first out.</summary>
internal sealed class ByteQueue
{
    private const int MaxIdle = 1 << 18;

    private byte[] _bytes = [];
    private int _start;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds some at the end.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_start + Count + bytes.Length > _bytes.Length)
        {
            Span<byte> kept = _bytes.AsSpan(_start, Count);
            byte[] target = Count + bytes.Length <= _bytes.Length / 2 ? _bytes : new byte[Math.Max(_bytes.Length * 2, Count + bytes.Length)];
            kept.CopyTo(target);
            (_bytes, _start) = (target, 0);
        }

        bytes.CopyTo(_bytes.AsSpan(_start + Count));
        Count += bytes.Length;
    }

    /// <summary>Copies some, from a position on.</summary>
    /// <returns>How many.</returns>
    public int CopyTo(Span<byte> target, int from)
    {
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(_start + from, Math.Min(Count - from, target.Length));
        bytes.CopyTo(target);
        return bytes.Length;
    }

    /// <summary>Removes the first ones.</summary>
    public void Remove(int count)
    {
        Count -= count;
        _start = Count == 0 ? 0 : _start + count;
        _bytes = Count == 0 && _bytes.Length > MaxIdle ? [] : _bytes;
    }
}
