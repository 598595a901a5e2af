using System.Runtime.ExceptionServices;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>A stream that is read in blocks, for decoders that ask for single bytes, and that tells whether it is at its end.</summary>
/// <param name="source">What is read. It stays open when this is disposed of.</param>
internal sealed class BufferedInput(Stream source) : ForwardStream
{
    private const int BlockLength = 1 << 14;

    /// <summary>So much is read at a time: of the piece in which a decoder fails, it gives nothing.</summary>
    private const int PieceLength = 1 << 12;

    private readonly byte[] _block = new byte[BlockLength];
    private int _start;
    private int _end;
    private long _position;
    private Exception? _failure;

    /// <summary>Whether reading may come to the end. Otherwise it throws there: some decoders make text of what they do not get.</summary>
    public bool IsEndExpected { get; init; } = true;

    /// <inheritdoc/>
    public override long Position { get => _position; set => base.Position = value; }

    /// <summary>Whether nothing follows.</summary>
    public bool IsAtEnd => Peek(1).IsEmpty;

    /// <summary>What follows, without reading it.</summary>
    /// <param name="length">How much is wanted; at most the size of a block.</param>
    /// <returns>The next bytes; fewer only at the end.</returns>
    public ReadOnlySpan<byte> Peek(int length)
    {
        if (_end - _start < length)
        {
            _block.AsSpan(_start, _end - _start).CopyTo(_block);
            (_start, _end) = (0, _end - _start);
            int read = 1;
            while (_end < length && read > 0 && _failure is null)
            {
                _end += read = Fill(_block.AsSpan(_end));
            }

            ThrowFailure();
        }

        return _block.AsSpan(_start, Math.Min(length, _end - _start));
    }

    /// <inheritdoc/>
    /// <exception cref="EndOfStreamException">It came to the end, and that is not expected.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, Fill(_block));
            ThrowFailure();
        }

        int length = Math.Min(buffer.Length, _end - _start);
        _block.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        _position += length;
        return length > 0 || buffer.Length == 0 || IsEndExpected ? length : throw new EndOfStreamException();
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        if (IsAtEnd)
        {
            return IsEndExpected ? -1 : throw new EndOfStreamException();
        }

        _position++;
        return _block[_start++];
    }

    /// <summary>Reads on. What comes before a failure is given first.</summary>
    private int Fill(Span<byte> block)
    {
        if (_failure is not null)
        {
            // Decoders that have failed go on with anything.
            return 0;
        }

        try
        {
            return source.Read(block[..Math.Min(block.Length, PieceLength)]);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            _failure = failure;
            return 0;
        }
    }

    private void ThrowFailure()
    {
        if (_failure is not null && _start == _end)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }
}
