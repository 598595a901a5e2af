using System.IO.Compression;
using System.Runtime.CompilerServices;
using SharpCompress.Readers.Zip;

namespace LogAnalysis.Files;

/// <summary>zip, with deflate and deflate64, as operating systems make it.</summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.16.</remarks>
internal sealed class ZipArchiveFormat() : ArchiveFormat("zip")
{
    /// <inheritdoc/>
    public override bool NeedsSeek => true;

    /// <inheritdoc/>
    public override bool Matches(ReadOnlySpan<byte> beginning) => beginning.StartsWith("PK\u0003\u0004"u8) || beginning.StartsWith("PK\u0005\u0006"u8);

    /// <inheritdoc/>
    public override ArchiveReader Open(Stream archive, long length)
    {
        ZipDirectory.Check(archive);
        try
        {
            return new Reader(new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true));
        }
        catch (InvalidDataException)
        {
            return OpenCut(archive);
        }
    }

    /// <summary>
    /// Reads an archive whose list of members, which is at the end, is missing, from the beginning on. A method of its own: the library is loaded for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LibraryReader OpenCut(Stream archive)
    {
        archive.Position = 0;
        return new LibraryReader(() => ZipReader.OpenReader(new BufferedInput(archive)), isCut: true);
    }

    private sealed class Reader(ZipArchive archive) : ArchiveReader
    {
        private int _at = -1;

        /// <inheritdoc/>
        public override string Name => Member.FullName;

        /// <inheritdoc/>
        public override bool IsFile => !Name.EndsWith('/') && !Name.EndsWith('\\');

        /// <inheritdoc/>
        public override DateTime? LastWritten => Member.LastWriteTime.UtcDateTime;

        private ZipArchiveEntry Member => archive.Entries[_at];

        /// <inheritdoc/>
        public override bool MoveNext() => ++_at < archive.Entries.Count;

        /// <inheritdoc/>
        public override Stream Open()
        {
            ZipArchiveEntry member = Member;
            return member.IsEncrypted ? throw new InvalidDataException("It is encrypted.") : new LibraryText(member.Open);
        }

        /// <inheritdoc/>
        public override void Dispose() => archive.Dispose();
    }
}
