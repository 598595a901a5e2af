using SharpCompress.Compressors.Xz;

namespace LogAnalysis.Files;

/// <summary>xz, of one or several streams.</summary>
/// <remarks>Source: The .xz File Format, version 1.2.1, section 2.1.1.</remarks>
internal sealed class XzCompression() : Compression("xz", ".xz")
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Magic => [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <inheritdoc/>
    public override Stream Decompress(Stream file) => new ConcatenatedText(file, stream => new XZStream(stream));
}
