using SharpCompress.Archives;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Readers;

namespace LogAnalysis.Files;

/// <summary>7z, whose members are mostly compressed together.</summary>
/// <remarks>Source: 7zFormat.txt of the LZMA SDK, section Signature Header.</remarks>
internal sealed class SevenZipArchiveFormat() : ArchiveFormat("7z")
{
    /// <inheritdoc/>
    public override bool NeedsSeek => true;

    /// <inheritdoc/>
    public override bool Matches(ReadOnlySpan<byte> beginning) => beginning.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]);

    /// <inheritdoc/>
    public override ArchiveReader Open(Stream archive, long length) => new LibraryReader(() => Begin(archive, length), isCut: false);

    private static IReader Begin(Stream archive, long length)
    {
        IArchive opened = SevenZipArchive.OpenArchive(archive, new ReaderOptions { LeaveStreamOpen = true });

        // To skip a member is to decompress it, which the library does without asking.
        ExpansionLimit.Check(opened.TotalUncompressedSize, length);
        return opened.ExtractAllEntries();
    }
}
