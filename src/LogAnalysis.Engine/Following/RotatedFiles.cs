using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Finds files beside a log that were at its path, or are copies of what was.</summary>
internal sealed class RotatedFiles(string path, FileRegistry registry)
{
    /// <summary>A directory can change again within the resolution of its time.</summary>
    private static readonly TimeSpan TimeResolution = TimeSpan.FromMilliseconds(50);

    private const int MaxListings = 10;

    private readonly Dictionary<FileIdentity, string> _names = [];
    private DateTime[] _listedTimes = [];
    private DateTime[] _seenTimes = [];

    /// <summary>Whether there may be a new file beside the log since the last call.</summary>
    public bool MayHaveAppeared()
    {
        bool changed = HasChangedSince(_seenTimes, out DateTime[] times);
        _seenTimes = times;
        return changed;
    }

    /// <summary>Whether a file is at the path, beside it or in a folder there, under any name.</summary>
    public bool Exists(FileIdentity identity) => Array.Exists(ListFolder(), file => FileIdentity.Of(file) == identity);

    /// <summary>The file itself under another name, still holding what was read of it. An empty one cannot be identified.</summary>
    public LogContent? FindRenamed(LogPosition position)
    {
        if (position.Fingerprint.HeadLength == 0)
        {
            return null;
        }

        if (NameOf(position.Identity) is string file && Open(file, position.Matches) is LogContent content)
        {
            return content;
        }

        // It is gone, or was renamed since the folder was listed.
        return HasChangedSince(_listedTimes, out _)
            ? Search(ListFolder, identity => identity == position.Identity, position.Matches).Select(found => found.Content).FirstOrDefault()
            : null;
    }

    /// <summary>A file that holds all that was read, and perhaps more: a copy made before the log was emptied, or a compressed one.</summary>
    /// <param name="position">What was read.</param>
    /// <param name="isExcluded">Which files are known to be something else.</param>
    public LogContent? FindCopy(LogPosition position, Func<LogContent, bool> isExcluded)
    {
        LogContent[] copies = [.. Search(
            () => RotatedName.Find(path).Concat(RotatedName.FindBelow(path)),
            identity => registry.FindOpen(identity) is null,
            content => position.MatchesCopy(content) && !isExcluded(content)).Select(found => found.Content)];

        // A compressed one is made of the other: it may not be whole yet, and the other is.
        LogContent? newest = copies.OrderBy(copy => copy.CanChange).ThenBy(copy => copy.LastWriteTime).LastOrDefault();
        Array.ForEach(Array.FindAll(copies, copy => copy != newest), copy => copy.Dispose());
        return newest;
    }

    /// <summary>Files that were at the path for a short time between two polls, oldest first.</summary>
    /// <param name="since">They were written since then.</param>
    /// <param name="successor">The file that is at the path now.</param>
    /// <param name="isRead">Which files hold nothing new, besides those that are known.</param>
    public IEnumerable<LogContent> FindMissed(DateTime since, TailedFile successor, Func<LogContent, bool> isRead)
    {
        List<(LogContent Content, string File)> missed = Search(
            () => RotatedName.Find(path).Where(file => File.GetLastWriteTimeUtc(file) >= since),
            identity => identity != successor.Identity && !registry.IsIgnored(identity) && registry.FindOpen(identity) is null,
            content => registry.Closed.Find(content) is not { Offset: > 0 } && !registry.LooksLikeCopy(content, path)
                && !isRead(content) && !CopyComparison.IsCopy(content, successor));
        foreach ((LogContent Content, string File) compressed in missed.FindAll(found => !found.Content.CanChange && missed.Exists(other => IsCompressedIn(found.Content, other.Content))))
        {
            missed.Remove(compressed);
            compressed.Content.Dispose();
        }

        // Files with the same time of writing are ordered by their names.
        return missed.OrderBy(found => found.Content.LastWriteTime)
            .ThenByDescending(found => RotatedName.Generation(found.File))
            .ThenBy(found => found.File, StringComparer.Ordinal)
            .Select(found => found.Content);
    }

    /// <summary>Whether a file that is being compressed was found as well as what is made of it.</summary>
    private static bool IsCompressedIn(LogContent compressed, LogContent original) => original.CanChange && CopyComparison.IsBeginning(compressed, original);

    private string[] ListFolder() => [.. LogFolders.Files(path), .. LogFolders.Of(path).SelectMany(LogFolders.Below).SelectMany(LogFolders.FilesIn)];

    /// <summary>The name of a file when the folder was listed: once, for the many files that an earlier run may have read.</summary>
    private string? NameOf(FileIdentity identity)
    {
        if (_names.Count == 0)
        {
            _listedTimes = LogFolders.Times(path);
            foreach (string file in ListFolder())
            {
                if (FileIdentity.Of(file) is FileIdentity listed)
                {
                    _names[listed] = file;
                }
            }
        }

        return _names.GetValueOrDefault(identity);
    }

    private bool HasChangedSince(DateTime[] before, out DateTime[] times)
    {
        times = LogFolders.Times(path);
        return !times.AsSpan().SequenceEqual(before) || DateTime.UtcNow - times.Max() < TimeResolution;
    }

    /// <summary>
    /// Opens the files that are wanted. A directory can be listed without some of its files while others are renamed, so it is listed
    /// until nothing has changed between.
    /// </summary>
    private static List<(LogContent Content, string File)> Search(Func<IEnumerable<string>> list, Func<FileIdentity, bool> isCandidate, Func<LogContent, bool> isWanted)
    {
        List<(LogContent Content, string File)> found = [];
        HashSet<FileIdentity> seen = [];
        (string File, FileIdentity? Identity)[] previous, current = [];
        int listings = 0;
        do
        {
            previous = current;
            current = [.. list().Select(file => (file, FileIdentity.Of(file)))];
            foreach ((string file, FileIdentity? identity) in current)
            {
                if (identity is FileIdentity candidate && !seen.Contains(candidate) && isCandidate(candidate)
                    && Open(file, content => seen.Add(content.Identity) && isCandidate(content.Identity) && isWanted(content)) is LogContent content)
                {
                    found.Add((content, file));
                }
            }
        }
        while (!current.AsSpan().SequenceEqual(previous) && ++listings < MaxListings);
        return found;
    }

    /// <summary>Opens a file and keeps it open if it is wanted. One that cannot be read is not.</summary>
    private static LogContent? Open(string file, Func<LogContent, bool> isWanted)
    {
        LogContent? content = null;
        try
        {
            content = LogContent.Open(file);
            if (isWanted(content))
            {
                return content;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It may be gone already, or is no log.
        }

        content?.Dispose();
        return null;
    }
}
