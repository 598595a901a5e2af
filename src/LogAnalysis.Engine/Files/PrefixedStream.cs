namespace LogAnalysis.Files;

/// <summary>A stream whose first bytes have been read already, to look at them, and are read once more.</summary>
internal sealed class PrefixedStream(byte[] prefix, int start, Stream rest) : ForwardStream
{
    private int _position = start;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int left = Math.Min(prefix.Length - _position, buffer.Length);
        if (left == 0)
        {
            return rest.Read(buffer);
        }

        prefix.AsSpan(_position, left).CopyTo(buffer);
        _position += left;
        return left;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
