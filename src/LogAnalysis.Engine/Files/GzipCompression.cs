namespace LogAnalysis.Files;

/// <summary>gzip, of one or several members.</summary>
/// <remarks>Source: RFC 1952, section 2.3.</remarks>
internal sealed class GzipCompression() : Compression("gzip", ".gz")
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <inheritdoc/>
    public override Stream Decompress(Stream file) => new GzipText(file);
}
