using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>Finds files beside a log that were it, or hold what it held.</summary>
internal sealed class RotatedFiles(string path, KnownFiles known)
{
    /// <summary>A directory can change once more within what its time can tell.</summary>
    private static readonly TimeSpan TimeResolution = TimeSpan.FromMilliseconds(50);

    private DateTime _directoryTime;

    /// <summary>Whether there may be a new file beside the log since the last call.</summary>
    public bool MayHaveAppeared()
    {
        DateTime time = Directory.GetLastWriteTimeUtc(Path.GetDirectoryName(path)!);
        bool changed = time != _directoryTime || DateTime.UtcNow - time < TimeResolution;
        _directoryTime = time;
        return changed;
    }

    /// <summary>The file itself under another name, still holding what was read of it. An empty one cannot be told from others.</summary>
    public LogContent? FindRenamed(LogPosition position) => position.Fingerprint.HeadLength == 0
        ? null
        : First(RotatedName.FilesIn(Path.GetDirectoryName(path)!), position.IsOf, position.Identity);

    /// <summary>A file that holds all that was read, and perhaps more: a copy made before the log was emptied, or a compressed one.</summary>
    /// <param name="position">What was read.</param>
    /// <param name="isExcluded">Which files are known to be something else.</param>
    public LogContent? FindCopy(LogPosition position, Func<LogContent, bool> isExcluded) => First(
        RotatedName.Find(path).OrderByDescending(File.GetLastWriteTimeUtc),
        content => position.IsCopiedIn(content) && known.FindOpen(content.Identity) is null && !isExcluded(content),
        identity: null);

    /// <summary>Files that stood at the path for a short time while nobody looked, the oldest first.</summary>
    /// <param name="since">They were written since then.</param>
    /// <param name="successor">The file that stands at the path now.</param>
    public IReadOnlyList<LogContent> FindMissed(DateTime since, FileIdentity successor)
    {
        List<LogContent> missed = [];
        byte[] standing = ReadHead();
        foreach (string file in RotatedName.Find(path).Where(file => File.GetLastWriteTimeUtc(file) >= since).OrderBy(File.GetLastWriteTimeUtc))
        {
            if (Open(file, content => content.Identity != successor && !IsKnown(content) && !BeginsLike(content, standing) && !missed.Exists(other => other.Identity == content.Identity))
                is LogContent content)
            {
                missed.Add(content);
            }
        }

        return missed;
    }

    private bool IsKnown(LogContent content) =>
        known.IsIgnored(content.Identity) || known.FindOpen(content.Identity) is not null || known.FindClosed(content) is { Offset: > 0 } || known.LooksLikeCopy(content, path);

    /// <summary>Whether a file is being copied from what stands at the path, as far as both go.</summary>
    private static bool BeginsLike(LogContent content, ReadOnlySpan<byte> standing)
    {
        Span<byte> head = stackalloc byte[Fingerprint.MaxHead];
        int length = Math.Min(content.Read(head, 0), standing.Length);
        return length > 0 && head[..length].SequenceEqual(standing[..length]);
    }

    private byte[] ReadHead()
    {
        byte[] head = new byte[Fingerprint.MaxHead];
        try
        {
            using LogContent content = LogContent.Open(path);
            return head[..content.Read(head, 0)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static LogContent? First(IEnumerable<string> files, Func<LogContent, bool> isWanted, FileIdentity? identity)
    {
        foreach (string file in files)
        {
            if ((identity is null || FileIdentity.Of(file) == identity) && Open(file, isWanted) is LogContent found)
            {
                return found;
            }
        }

        return null;
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
