using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Makes lines of blocks of bytes that may end anywhere, within a character or between <c>\r</c> and <c>\n</c> too. A line
/// that lies within one block is passed on in place; only what spans blocks is copied. A line longer than the limit is cut, so
/// that a file without line ends cannot exhaust memory. A byte order mark at the beginning of the text is skipped, and of NUL bytes in a row no more are
/// kept than tell that there is a hole.
/// </summary>
/// <param name="maxLineLength">The longest line that is kept whole, in bytes.</param>
/// <param name="encoding">
/// The encoding of the blocks; null for UTF-8. Lines are passed on in UTF-8, with the offsets that they have in the blocks. Blocks
/// end between two code units.
/// </param>
internal sealed partial class LineSplitter(int maxLineLength = LineSplitter.DefaultMaxLineLength, Encoding? encoding = null)
{
    /// <summary>The longest line that is kept whole, in bytes.</summary>
    public const int DefaultMaxLineLength = 1 << 20;

    private readonly ArrayBufferWriter<byte> _carry = new();
    private readonly LineEnd _lineEnd = LineEnd.Of(encoding);
    private long _carrySize;
    private long _position;
    private int _parts;
    private bool _isIndivisible;
    private bool _isCut;
    private int _nuls;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the last block ended within a line.</summary>
    public bool HasPartialLine => _carrySize > 0 || _undecided.Length > 0;

    /// <summary>Where the next line begins: after the last one that was passed on.</summary>
    public long Position => _position;

    /// <summary>Takes the next block.</summary>
    public void Push<T>(ReadOnlySpan<byte> block, T handler)
        where T : ILineHandler
    {
        if (_wide is not null)
        {
            PushWide(block, handler);
            return;
        }

        // Once for all lines of the block: this is faster than to look into each.
        SpecialBytes mayHave = encoding is null ? FindSpecialBytes(block) : SpecialBytes.Any;
        while (!block.IsEmpty)
        {
            int newline = encoding is null ? block.IndexOf((byte)'\n') : _lineEnd.FindFirst(block);
            if (newline < 0)
            {
                Carry(block, handler);
                return;
            }

            if (_carrySize == 0 && (!mayHave.HasFlag(SpecialBytes.Nul) || encoding is not null || NulBytes.FindHole(block[..newline], out _) < 0))
            {
                Emit(block[..newline], newline + _lineEnd.Length, isCut: newline > MaxKept, mayHave, handler);
            }
            else
            {
                Carry(block[..newline], handler);
                EmitCarry(_lineEnd.Length, handler);
            }

            block = block[(newline + _lineEnd.Length)..];
        }
    }

    /// <summary>Ends the text: a last line without a line end is a line too.</summary>
    public void Complete<T>(T handler)
        where T : ILineHandler
    {
        if (HasPartialLine)
        {
            if (_wide is not null)
            {
                CompleteWide(handler);
            }

            EmitCarry(terminator: 0, handler);
        }
    }

    /// <summary>Forgets all that was read: a new text begins, at <paramref name="offset"/> of its file.</summary>
    public void Reset(long offset)
    {
        _carry.ResetWrittenCount();
        _carrySize = 0;
        _undecided = [];
        _wide?.Reset();
        _position = offset;
        EndLine();
    }

    /// <summary>
    /// How much of a line is looked at: the limit and one code unit more, by which a line that is too long is known. A code unit may be one
    /// byte of UTF-8.
    /// </summary>
    private int MaxKept => (int)Math.Min((maxLineLength + 1L) * _lineEnd.Length, Array.MaxLength);

    private static SpecialBytes FindSpecialBytes(ReadOnlySpan<byte> block) =>
        block.IndexOfAny((byte)0, AnsiStripper.Escape) < 0 ? SpecialBytes.None
        : (block.Contains((byte)0) ? SpecialBytes.Nul : SpecialBytes.None) | (block.Contains(AnsiStripper.Escape) ? SpecialBytes.Escape : SpecialBytes.None);

    private void Carry<T>(ReadOnlySpan<byte> text, T handler)
        where T : ILineHandler
    {
        while (true)
        {
            int kept = Keep(text);
            _carrySize += kept;
            text = text[kept..];
            int part = _carry.WrittenCount < MaxKept ? 0 : Divide(_carry.WrittenSpan, handler);
            if (part == 0)
            {
                _isCut |= text.Length > 0;
                _carrySize += text.Length;
                return;
            }

            EmitPart(_carry.WrittenSpan[..part], SpecialBytes.Any, handler);
            byte[] rest = _carry.WrittenSpan[part..].ToArray();
            _carry.ResetWrittenCount();
            _carry.Write(rest);
            _carrySize = rest.Length;
        }
    }

    /// <summary>Keeps as much of a text as there is room for.</summary>
    /// <returns>How much of it.</returns>
    private int Keep(ReadOnlySpan<byte> text)
    {
        if (encoding is not null)
        {
            return KeepPlain(text);
        }

        int at = 0;
        while (at < text.Length && _carry.WrittenCount < MaxKept)
        {
            at += text[at] == 0 ? KeepNuls(text[at..]) : KeepPlain(text[at..(NulBytes.FindHole(text[at..], out _) is var hole and >= 0 ? at + hole : text.Length)]);
        }

        return at;
    }

    private int KeepPlain(ReadOnlySpan<byte> text)
    {
        int length = Math.Min(text.Length, MaxKept - _carry.WrittenCount);
        _carry.Write(text[..length]);
        _nuls = length - text[..length].TrimEnd((byte)0).Length;
        return length;
    }

    /// <summary>Of a hole no more is kept than tells that there is one.</summary>
    private int KeepNuls(ReadOnlySpan<byte> text)
    {
        int count = text.IndexOfAnyExcept((byte)0) is var end and >= 0 ? end : text.Length;
        int kept = Math.Min(Math.Min(count, NulBytes.MinHole - _nuls), MaxKept - _carry.WrittenCount);
        _carry.Write(text[..kept]);
        _nuls += kept;
        _isIndivisible |= count > kept;
        return count;
    }

    /// <summary>Where a line that is too long can be divided; 0 where it cannot.</summary>
    private int Divide<T>(ReadOnlySpan<byte> text, T handler)
        where T : ILineHandler
    {
        int part = _isIndivisible || encoding is not null ? 0 : handler.Divide(text[..maxLineLength]);
        _isIndivisible = part == 0;
        return part;
    }

    private void EmitPart<T>(ReadOnlySpan<byte> part, SpecialBytes mayHave, T handler)
        where T : ILineHandler
    {
        long offset = _position;
        _position += part.Length;
        handler.Handle(new RawLine(part, offset, part.Length) { Part = ++_parts, MayHave = mayHave });
    }

    private void EndLine() => (_parts, _isIndivisible, _isCut, _nuls) = (0, false, false, 0);

    private void EmitCarry<T>(int terminator, T handler)
        where T : ILineHandler
    {
        long size = _carrySize + terminator;
        _carrySize = 0;
        Emit(_carry.WrittenSpan, size, _isCut, SpecialBytes.Any, handler);
        _carry.ResetWrittenCount();
    }

    private void Emit<T>(ReadOnlySpan<byte> text, long size, bool isCut, SpecialBytes mayHave, T handler)
        where T : ILineHandler
    {
        for (int part; text.Length > maxLineLength && (part = Divide(text, handler)) > 0; size -= part)
        {
            EmitPart(text[..part], mayHave, handler);
            text = text[part..];
            isCut = text.Length > MaxKept;
        }

        text = text[..Math.Min(text.Length, MaxKept)];
        if (encoding is not null)
        {
            long terminator = size - text.Length;
            text = ToUtf8(text, encoding, !isCut);
            int last = !isCut && _wide is { IsPlain: true } ? EmitShortLines(text, size - terminator, handler) : 0;
            size = last == 0 ? size : text.Length - last + terminator;
            text = text[last..];
        }

        if (!isCut && text.Length > 0 && text[^1] == '\r')
        {
            text = text[..^1];
        }

        EmitLine(text, size, isCut, mayHave, handler);
    }

    // The compiler inlines only so much into one method, and would leave out small ones that matter more, in one process but not in the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EmitLine<T>(ReadOnlySpan<byte> text, long size, bool isCut, SpecialBytes mayHave, T handler)
        where T : ILineHandler
    {
        isCut |= text.Length > maxLineLength;
        if (isCut)
        {
            text = text[..Utf8Boundary.AtOrBefore(text, Math.Min(maxLineLength, text.Length))];
        }

        if (_position == 0 && text.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        long offset = _position;
        _position += size;
        var line = new RawLine(text, offset, (int)Math.Min(size, int.MaxValue), isCut) { MayHave = mayHave, Part = _parts == 0 ? 0 : _parts + 1 };
        EndLine();
        handler.Handle(in line);
    }
}
