using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace LogAnalysis.Files;

/// <summary>bzip2, of one or several streams.</summary>
/// <remarks>Source: the file format as bzip2 1.0.8 writes it.</remarks>
internal sealed class Bzip2Compression() : Compression("bzip2", ".bz2")
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Magic => "BZh"u8;

    /// <inheritdoc/>
    public override Stream Decompress(Stream file) =>
        new ConcatenatedText(file, stream => BZip2Stream.Create(stream, CompressionMode.Decompress, decompressConcatenated: false, leaveOpen: true));
}
