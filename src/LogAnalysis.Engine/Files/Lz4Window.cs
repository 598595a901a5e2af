namespace LogAnalysis.Files;

/// <summary>The last text of an LZ4 frame, to which blocks refer back, and the text that was not taken yet.</summary>
/// <remarks>Source: LZ4 Block Format Description, 2022.</remarks>
/// <param name="maxBlockLength">How long the text of a block can be.</param>
internal sealed class Lz4Window(int maxBlockLength)
{
    private const int HistoryLength = 1 << 16;
    private const int MinMatch = 4;
    private const int MaxNibble = 15;

    private readonly byte[] _text = new byte[HistoryLength + maxBlockLength];
    private int _taken;
    private int _end;

    /// <summary>Takes text.</summary>
    public int Read(Span<byte> buffer)
    {
        int length = Math.Min(buffer.Length, _end - _taken);
        _text.AsSpan(_taken, length).CopyTo(buffer);
        _taken += length;
        return length;
    }

    /// <summary>Adds a block that is not compressed. Everything before it has been taken.</summary>
    public ReadOnlySpan<byte> AddStored(ReadOnlySpan<byte> block)
    {
        MakeRoom();
        Append(block);
        return _text.AsSpan(_taken, _end - _taken);
    }

    /// <summary>Adds a compressed block. Everything before it has been taken.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isCut">Whether its end is missing. What is there is added.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ReadOnlySpan<byte> AddCompressed(ReadOnlySpan<byte> block, bool isCut)
    {
        MakeRoom();
        int at = 0;
        while (at < block.Length && AddSequence(block, ref at, isCut))
        {
        }

        return _text.AsSpan(_taken, _end - _taken);
    }

    /// <returns>Whether it was whole.</returns>
    private bool AddSequence(ReadOnlySpan<byte> block, ref int at, bool isCut)
    {
        int token = block[at++];
        if (!TryReadLength(token >> 4, block, ref at, out int literals))
        {
            return EndsHere(isCut);
        }

        bool isWhole = literals <= block.Length - at;
        Append(block.Slice(at, Math.Min(literals, block.Length - at)));
        at += literals;
        if (!isWhole)
        {
            return EndsHere(isCut);
        }

        if (at == block.Length)
        {
            // The last sequence has no match.
            return true;
        }

        if (block.Length - at < sizeof(ushort))
        {
            return EndsHere(isCut);
        }

        int distance = block[at] | (block[at + 1] << 8);
        at += sizeof(ushort);
        if (!TryReadLength(token & MaxNibble, block, ref at, out int length))
        {
            return EndsHere(isCut);
        }

        Repeat(distance, length + MinMatch);
        return true;
    }

    private static bool EndsHere(bool isCut) => isCut ? false : throw Damaged();

    private static bool TryReadLength(int nibble, ReadOnlySpan<byte> block, ref int at, out int length)
    {
        length = nibble;
        if (nibble < MaxNibble)
        {
            return true;
        }

        while (at < block.Length)
        {
            int more = block[at++];
            length += more;
            if (more < byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }

    private static InvalidDataException Damaged() => new("The compressed file is damaged.");

    private void MakeRoom()
    {
        int kept = Math.Min(_end, HistoryLength);
        _text.AsSpan(_end - kept, kept).CopyTo(_text);
        (_taken, _end) = (kept, kept);
    }

    private void Append(ReadOnlySpan<byte> literals)
    {
        if (literals.Length > _text.Length - _end)
        {
            throw Damaged();
        }

        literals.CopyTo(_text.AsSpan(_end));
        _end += literals.Length;
    }

    /// <summary>Appends what was written that far back, which can overlap with what is appended.</summary>
    private void Repeat(int distance, int length)
    {
        if (distance == 0 || distance > _end || length > _text.Length - _end)
        {
            throw Damaged();
        }

        for (int left = length; left > 0;)
        {
            int count = Math.Min(left, distance);
            _text.AsSpan(_end - distance, count).CopyTo(_text.AsSpan(_end));
            _end += count;
            left -= count;
        }
    }
}
