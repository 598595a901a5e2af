using SharpCompress.Compressors.ZStandard;

namespace LogAnalysis.Files;

/// <summary>Zstandard, of one or several frames. Windows of more than 128 MB, which <c>zstd --ultra --long=28</c> and above makes, are refused.</summary>
/// <remarks>Source: RFC 8878, section 3.1.</remarks>
internal sealed class ZstdCompression() : Compression("zstd", ".zst")
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Magic => [0x28, 0xB5, 0x2F, 0xFD];

    /// <inheritdoc/>
    public override Stream Decompress(Stream file) => new LibraryText(() => new DecompressionStream(file, leaveOpen: true));
}
