using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>A log compressed with gzip. It is read forwards; reading at an earlier position begins anew.</summary>
/// <remarks>Source: RFC 1952; the last four bytes are the size of the text, modulo 2^32.</remarks>
internal sealed class CompressedContent(SafeFileHandle handle, FileIdentity identity) : LogContent
{
    private const int SizeLength = 4;

    private readonly FileStream _file = new(handle, FileAccess.Read, bufferSize: 0);
    private CompressedText? _text;
    private long _position;
    private InvalidDataException? _damage;
    private long _lengthWhenDamaged;

    /// <inheritdoc/>
    public override FileIdentity Identity => identity;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            Span<byte> size = stackalloc byte[SizeLength];
            int read = RandomAccess.Read(handle, size, Math.Max(_file.Length - SizeLength, 0));
            return read < SizeLength ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(size);
        }
    }

    /// <inheritdoc/>
    public override DateTime LastWriteTime => File.GetLastWriteTimeUtc(handle);

    /// <inheritdoc/>
    public override bool CanChange => false;

    /// <inheritdoc/>
    public override int Read(Span<byte> block, long offset)
    {
        try
        {
            return Skip(offset) ? ReadOn(block) : 0;
        }
        catch (InvalidDataException damaged)
        {
            // It may be whole when its writer is done. Until it is longer, it need not be uncompressed again.
            (_damage, _lengthWhenDamaged) = (damaged, _file.Length);
            throw new IOException(damaged.Message, damaged);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text?.Dispose();
        _file.Dispose();
    }

    private bool Skip(long offset)
    {
        if (_damage is not null && offset >= _position && _file.Length == _lengthWhenDamaged)
        {
            throw new IOException(_damage.Message, _damage);
        }

        if (_text is null || _damage is not null || offset < _position)
        {
            _damage = null;
            _text?.Dispose();
            _file.Position = 0;
            _text = new CompressedText(_file, leaveOpen: true);
            _position = 0;
        }

        byte[] skipped = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (_position < offset)
            {
                int length = ReadOn(skipped.AsSpan(0, (int)Math.Min(skipped.Length, offset - _position)));
                if (length == 0)
                {
                    return false;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(skipped);
        }

        return true;
    }

    private int ReadOn(Span<byte> block)
    {
        int length = 0;
        int read;
        try
        {
            while (length < block.Length && (read = _text!.Read(block[length..])) > 0)
            {
                length += read;
                _position += read;
            }
        }
        catch (InvalidDataException damaged) when (length > 0)
        {
            // What stands before the damage is given first.
            (_damage, _lengthWhenDamaged) = (damaged, _file.Length);
        }

        return length;
    }
}
