using System.Buffers;

namespace LogAnalysis.Reading;

/// <summary>
/// Makes lines of blocks of UTF-8 bytes that may end anywhere, within a character or between <c>\r</c> and <c>\n</c> too. A line
/// that lies within one block is passed on in place; only what spans blocks is copied. A line longer than the limit is cut, so
/// that a file without line ends cannot exhaust memory. A byte order mark at the beginning of the text is passed over.
/// </summary>
internal sealed class LineSplitter(int maxLineLength = LineSplitter.DefaultMaxLineLength)
{
    /// <summary>The longest line that is kept whole, in bytes.</summary>
    public const int DefaultMaxLineLength = 1 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly ArrayBufferWriter<byte> _carry = new();
    private long _carrySize;
    private long _position;

    /// <summary>Whether the last block ended within a line.</summary>
    public bool HasPartialLine => _carrySize > 0;

    /// <summary>Takes the next block.</summary>
    public void Push<T>(ReadOnlySpan<byte> block, T handler)
        where T : ILineHandler
    {
        while (!block.IsEmpty)
        {
            int newline = block.IndexOf((byte)'\n');
            if (newline < 0)
            {
                Carry(block);
                return;
            }

            if (_carrySize == 0)
            {
                Emit(block[..newline], newline + 1L, handler);
            }
            else
            {
                Carry(block[..newline]);
                EmitCarry(terminator: 1, handler);
            }

            block = block[(newline + 1)..];
        }
    }

    /// <summary>Ends the text: a last line without a line end is a line too.</summary>
    public void Complete<T>(T handler)
        where T : ILineHandler
    {
        if (HasPartialLine)
        {
            EmitCarry(terminator: 0, handler);
        }
    }

    /// <summary>Forgets all that was read: a new text begins, at <paramref name="offset"/> of its file.</summary>
    public void Reset(long offset)
    {
        _carry.ResetWrittenCount();
        _carrySize = 0;
        _position = offset;
    }

    /// <summary>Keeps the beginning of a line, up to the limit and one byte more, by which a line that is too long is known.</summary>
    private void Carry(ReadOnlySpan<byte> part)
    {
        int room = maxLineLength + 1 - _carry.WrittenCount;
        _carry.Write(part[..Math.Min(part.Length, Math.Max(room, 0))]);
        _carrySize += part.Length;
    }

    private void EmitCarry<T>(int terminator, T handler)
        where T : ILineHandler
    {
        long size = _carrySize + terminator;
        _carrySize = 0;
        Emit(_carry.WrittenSpan, size, handler);
        _carry.ResetWrittenCount();
    }

    private void Emit<T>(ReadOnlySpan<byte> text, long size, T handler)
        where T : ILineHandler
    {
        if (text.Length > 0 && text[^1] == '\r' && text.Length >= size - 1)
        {
            text = text[..^1];
        }

        if (text.Length > maxLineLength)
        {
            text = text[..Utf8Boundary.AtOrBefore(text, maxLineLength)];
        }

        if (_position == 0 && text.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        long offset = _position;
        _position += size;
        handler.Handle(new RawLine(text, offset, (int)Math.Min(size, int.MaxValue)));
    }
}
