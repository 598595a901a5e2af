using System.Runtime.ExceptionServices;

namespace LogAnalysis.Files;

/// <summary>
/// The text of a gzip stream. It is decompressed in small pieces of the same size, however much is asked for at a time: what stands
/// before a damage is given first and is always the same, whoever reads.
/// </summary>
internal sealed class CompressedText(Stream file, bool leaveOpen = false) : ForwardStream
{
    /// <summary>What was decompressed of the piece in which the damage lies is lost.</summary>
    private const int PieceLength = 1 << 12;

    private readonly GzipText _text = new(file, leaveOpen);
    private readonly byte[] _piece = new byte[PieceLength];
    private int _position;
    private int _length;
    private ExceptionDispatchInfo? _damage;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _length)
        {
            Fill();
        }

        int length = Math.Min(buffer.Length, _length - _position);
        _piece.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        _damage?.Throw();
        (_position, _length) = (0, 0);
        try
        {
            int read;
            while (_length < PieceLength && (read = _text.Read(_piece.AsSpan(_length))) > 0)
            {
                _length += read;
            }
        }
        catch (Exception damage) when (_length > 0 && (damage is IOException or InvalidDataException))
        {
            _damage = ExceptionDispatchInfo.Capture(damage);
        }
    }
}
