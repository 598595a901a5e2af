using System.Runtime.ExceptionServices;

namespace LogAnalysis.Files;

/// <summary>
/// A log that can only be decompressed forwards: the last text is kept, so that reading a little further back is cheap, and reading at an
/// earlier position begins again with the file.
/// </summary>
internal abstract class ForwardContent : LogContent
{
    /// <summary>
    /// Text is decompressed in pieces of this size, however much is asked for: what comes before damage is then the same for every reader. The rest
    /// of the piece in which the damage is is lost.
    /// </summary>
    private const int PieceLength = 1 << 12;

    /// <summary>More than readers of last lines go back.</summary>
    private const int KeptLength = 3 << 15;

    private const int BufferLength = 2 * KeptLength;

    private Stream? _text;
    private bool _isBegun;
    private byte[] _buffer = [];
    private long _bufferStart;
    private int _bufferCount;
    private bool _isAtEnd;
    private Exception? _failure;
    private long _fileLengthAtEnd;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            Locate(End);
            while (_failure is null && !_isAtEnd)
            {
                Decompress();
            }

            return End;
        }
    }

    /// <inheritdoc/>
    public override bool CanChange => false;

    private long End => _bufferStart + _bufferCount;

    /// <inheritdoc/>
    public override int Read(Span<byte> block, long offset)
    {
        Locate(offset);
        int length = 0;
        while (length < block.Length)
        {
            long at = offset + length;
            if (at < End)
            {
                int count = (int)Math.Min(End - at, block.Length - length);
                _buffer.AsSpan((int)(at - _bufferStart), count).CopyTo(block[length..]);
                length += count;
            }
            else if (_isAtEnd)
            {
                break;
            }
            else if (_failure is null)
            {
                Decompress();
            }
            else if (length > 0)
            {
                // What comes before the damage is given first.
                break;
            }
            else
            {
                ThrowFailure();
            }
        }

        return length;
    }

    /// <summary>Whether reading ended with an error.</summary>
    protected bool HasFailed => _failure is not null;

    /// <summary>Begins to decompress, from the first byte on.</summary>
    protected abstract Stream OpenText();

    /// <summary>What <see cref="OpenText"/> has opened is not read any more.</summary>
    /// <param name="isWhole">Whether nothing is wrong with it.</param>
    protected abstract void CloseText(bool isWhole);

    /// <summary>Whether reading failed because of what is read, rather than because of the disk or the network.</summary>
    protected abstract bool IsDamage(Exception failure);

    /// <summary>Begins again with the file where a position cannot be reached from here.</summary>
    private void Locate(long offset)
    {
        // Its writer may have completed it, or appended a member. Until it has grown, there is no more to find.
        bool hasGrown = offset >= End && (_isAtEnd || _failure is not null) && FileLength != _fileLengthAtEnd;
        if (_isBegun && offset >= _bufferStart && !hasGrown)
        {
            return;
        }

        if (_buffer.Length == 0)
        {
            _buffer = GC.AllocateUninitializedArray<byte>(BufferLength);
        }

        Close();
        _isBegun = true;
        (_bufferStart, _bufferCount, _isAtEnd, _failure) = (0, 0, false, null);
    }

    /// <summary>Decompresses the next piece.</summary>
    private void Decompress()
    {
        if (_bufferCount + PieceLength > _buffer.Length)
        {
            _buffer.AsSpan(_bufferCount - KeptLength, KeptLength).CopyTo(_buffer);
            _bufferStart += _bufferCount - KeptLength;
            _bufferCount = KeptLength;
        }

        int pieceEnd = _bufferCount + PieceLength;
        try
        {
            while (_bufferCount < pieceEnd && !_isAtEnd)
            {
                _text ??= OpenText();
                int read = _text.Read(_buffer, _bufferCount, pieceEnd - _bufferCount);
                _bufferCount += read;
                _isAtEnd = read == 0;
            }
        }
        catch (Exception failure) when (failure is IOException || IsDamage(failure))
        {
            _failure = failure;
        }

        _fileLengthAtEnd = _isAtEnd || _failure is not null ? FileLength : 0;
    }

    private void ThrowFailure()
    {
        if (IsDamage(_failure!))
        {
            throw new IOException(_failure!.Message, _failure);
        }

        if (_failure is not ExpansionLimitException)
        {
            // The disk or the network failed, which may pass: the next read tries again.
            Close();
        }

        ExceptionDispatchInfo.Throw(_failure!);
    }

    private void Close()
    {
        CloseText(isWhole: _failure is null);
        (_text, _isBegun) = (null, false);
    }
}
