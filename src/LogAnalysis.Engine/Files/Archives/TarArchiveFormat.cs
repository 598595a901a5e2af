using System.Formats.Tar;

namespace LogAnalysis.Files;

/// <summary>tar: v7, ustar, pax and GNU, mostly within a compression.</summary>
/// <remarks>Source: POSIX.1-2017, pax, section ustar Interchange Format.</remarks>
internal sealed class TarArchiveFormat() : ArchiveFormat("tar")
{
    private const int ChecksumStart = 148;
    private const int ChecksumLength = 8;

    /// <inheritdoc/>
    public override bool NeedsSeek => false;

    /// <summary>Whether the header of the first member has the checksum that it states. Old archives have no other mark.</summary>
    public override bool Matches(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length < ArchiveFormats.ProbeLength || beginning[0] == 0)
        {
            return false;
        }

        int sum = 0;
        int stated = 0;
        for (int i = 0; i < ArchiveFormats.ProbeLength; i++)
        {
            bool isChecksum = i is >= ChecksumStart and < ChecksumStart + ChecksumLength;
            sum += isChecksum ? ' ' : beginning[i];
            stated = isChecksum && beginning[i] is >= (byte)'0' and <= (byte)'7' ? (stated * 8) + beginning[i] - '0' : stated;
        }

        return sum == stated;
    }

    /// <inheritdoc/>
    public override ArchiveReader Open(Stream archive, long length) => new Reader(archive);

    private sealed class Reader(Stream archive) : ArchiveReader
    {
        private readonly TarReader _reader = new(archive, leaveOpen: true);
        private TarEntry? _member;

        /// <inheritdoc/>
        public override string Name => _member!.Name;

        /// <inheritdoc/>
        public override bool IsFile => _member!.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

        /// <inheritdoc/>
        public override DateTime? LastWritten => _member!.ModificationTime.UtcDateTime;

        /// <inheritdoc/>
        public override bool MoveNext()
        {
            try
            {
                _member = _reader.GetNextEntry();
                return _member is not null || (HasEnd() ? false : throw new EndOfStreamException());
            }
            catch (Exception failure) when (LibraryText.IsDamage(failure))
            {
                throw LibraryText.Damaged(failure);
            }
        }

        /// <inheritdoc/>
        public override Stream Open() => new LibraryText(() => _member!.DataStream ?? Stream.Null);

        /// <inheritdoc/>
        public override void Dispose() => _reader.Dispose();

        /// <summary>Whether the archive ends with zeros. A compression, or another archive, knows whether its end is missing.</summary>
        private bool HasEnd()
        {
            if (!archive.CanSeek)
            {
                archive.CopyTo(Stream.Null);
                return true;
            }

            Span<byte> last = stackalloc byte[ArchiveFormats.ProbeLength];
            archive.Position = Math.Max(0, archive.Position - last.Length);
            archive.ReadExactly(last);
            return !last.ContainsAnyExcept((byte)0);
        }
    }
}
