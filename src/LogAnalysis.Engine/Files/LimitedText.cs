using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>Decompressed bytes, of which there may not be too many.</summary>
internal sealed class LimitedText(Stream text, ExpansionLimit limit) : ForwardStream
{
    /// <inheritdoc/>
    /// <exception cref="ExpansionLimitException">There are too many.</exception>
    public override int Read(Span<byte> buffer)
    {
        int length = text.Read(buffer);
        limit.Use(length);
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
