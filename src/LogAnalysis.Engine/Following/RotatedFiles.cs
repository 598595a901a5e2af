using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>Finds files beside a log that were it, or hold what it held.</summary>
internal sealed class RotatedFiles(string path, KnownFiles known)
{
    /// <summary>The file itself under another name, still holding what was read of it.</summary>
    public LogContent? FindRenamed(LogPosition position) => First(Beside(), position.IsOf, position.Identity);

    /// <summary>A file that holds all that was read, and perhaps more: a copy made before the log was emptied, or a compressed one.</summary>
    public LogContent? FindCopy(LogPosition position) => First(RotatedName.Find(path).OrderByDescending(File.GetLastWriteTimeUtc), position.IsCopiedIn, null);

    /// <summary>Files that stood at the path for a short time while nobody looked, the oldest first.</summary>
    /// <param name="since">They were written since then.</param>
    /// <param name="successor">The file that stands at the path now.</param>
    public IReadOnlyList<LogContent> FindMissed(DateTime since, FileIdentity successor)
    {
        List<LogContent> missed = [];
        foreach (string file in RotatedName.Find(path).Where(file => File.GetLastWriteTimeUtc(file) >= since).OrderBy(File.GetLastWriteTimeUtc))
        {
            if (Open(file, content => content.Identity != successor && !IsKnown(content) && !missed.Exists(other => other.Identity == content.Identity))
                is LogContent content)
            {
                missed.Add(content);
            }
        }

        return missed;
    }

    private bool IsKnown(LogContent content) =>
        known.FindOpen(content.Identity) is not null || known.FindClosed(content) is not null || known.LooksLikeCopy(content, path);

    private string[] Beside()
    {
        try
        {
            return Directory.GetFiles(Path.GetDirectoryName(path)!);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
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
