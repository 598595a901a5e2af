namespace LogAnalysis.Files;

/// <summary>LZ4, of one or several frames.</summary>
/// <remarks>Source: LZ4 Frame Format Description, version 1.6.4.</remarks>
internal sealed class Lz4Compression() : Compression("lz4", ".lz4")
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Magic => [0x04, 0x22, 0x4D, 0x18];

    /// <inheritdoc/>
    public override Stream Decompress(Stream file) => new Lz4Text(file);
}
