using System.Collections.Concurrent;

namespace LogAnalysis.Files;

/// <summary>
/// The archives that a command reads. A member has a path as if the archive was a folder: <c>bundle.zip/logs/app.log</c>. Archives are
/// kept open from one member to the next.
/// </summary>
internal sealed class ArchiveFiles : IDisposable
{
    private readonly ConcurrentDictionary<string, ArchiveFile> _archives = new(FileNames.Comparer);
    private readonly ConcurrentDictionary<string, (ArchiveFile Archive, ArchiveMember Member)> _members = new(FileNames.Comparer);

    /// <summary>The archive that a file is; null where it is none.</summary>
    /// <param name="path">The file's full path.</param>
    public ArchiveFile? Find(string path)
    {
        if (_archives.TryGetValue(path, out ArchiveFile? known))
        {
            return known;
        }

        if (ArchiveFile.TryOpen(path) is not ArchiveFile archive)
        {
            return null;
        }

        _archives[path] = archive;
        foreach (ArchiveMember member in archive.Listing.Members)
        {
            _members[member.Path] = (archive, member);
        }

        return archive;
    }

    /// <summary>Opens a file, or a member of an archive that <see cref="Find"/> has found.</summary>
    /// <exception cref="LogFileException">It cannot be opened.</exception>
    public LogContent Open(string path) => _members.TryGetValue(path, out (ArchiveFile Archive, ArchiveMember Member) known)
        ? new MemberContent(known.Archive, known.Member)
        : LogContent.Open(path);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ArchiveFile archive in _archives.Values)
        {
            archive.Dispose();
        }
    }
}
