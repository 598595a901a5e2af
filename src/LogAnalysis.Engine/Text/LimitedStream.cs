namespace LogAnalysis.Text;

/// <summary>Reads at most a number of bytes, so that data compressed to fill memory is refused before it does.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ForwardStream
{
    private long _read;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">There is more than the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        int length = inner.Read(buffer);
        _read += length;
        return _read <= limit ? length : throw new InvalidDataException($"It is larger than {limit} bytes.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
