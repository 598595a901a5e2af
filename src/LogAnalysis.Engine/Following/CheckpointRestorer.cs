using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Takes up again what an earlier run had read of one path, whatever its files are called now.</summary>
internal sealed class CheckpointRestorer(string path, FollowOptions options, IFollowSink sink, FileRegistry known)
{
    private readonly RotatedFiles _rotated = new(path, known);

    /// <summary>Opens the files that were not read to their ends, the oldest first.</summary>
    public void Resume(List<TailedFile> logs)
    {
        foreach (LogPosition position in options.Positions!.Where(position => position.Path == path).OrderByDescending(position => position.State))
        {
            // Of a file that was empty only its number is known, which another file may have by now. What it holds is new.
            bool isUnknown = position.Fingerprint.HeadLength == 0 && position.State != LogState.Current;
            if (isUnknown || known.FindOpen(position.Identity) is not null)
            {
                continue;
            }

            // A file can be renamed or emptied between one look and the next: then it is found by the one behind.
            bool found = TryAdd(logs, position, AtPath(position, position.Matches), LogState.Current)
                || TryAdd(logs, position, _rotated.FindRenamed(position), LogState.Rotated)
                || TryAdd(logs, position, Moved(position), LogState.Current)
                || TryAdd(logs, position, _rotated.FindCopy(position, HasOwnPosition), LogState.Rotated);
            if (!found)
            {
                Miss(position);
            }
        }
    }

    /// <summary>The same log on another disk, or where files have no lasting numbers.</summary>
    private LogContent? Moved(LogPosition position) =>
        position.State == LogState.Current ? AtPath(position, position.MatchesCopy) : null;

    /// <summary>Whether an earlier run read on in a file itself: then it goes on there, and not where it left what the file is a copy of.</summary>
    private bool HasOwnPosition(LogContent content) =>
        options.Positions!.Any(position => position.Path == path && position.Offset > 0 && position.Matches(content));

    /// <summary>A file that cannot be found, or not be read now, goes on where it was if it returns.</summary>
    private void Miss(LogPosition position)
    {
        known.Add(position);
        using LogContent? other = position is { State: LogState.Current, Offset: > 0 } ? AtPath(position, _ => true) : null;
        if (other is not null)
        {
            sink.Warn(FollowWarning.RestLost(path));
        }
    }

    private LogContent? AtPath(LogPosition position, Func<LogContent, bool> isWanted)
    {
        LogContent? content = null;
        try
        {
            content = LogContent.Open(path);
            if (isWanted(content) && (position.State == LogState.Current || content.Identity == position.Identity))
            {
                return content;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whether the file can be read is told when it is opened for good.
        }

        content?.Dispose();
        return null;
    }

    /// <summary>
    /// Whether a file need not be opened of which all was read. A copy that is new must be: what is known is only the number of its
    /// original, which holds other lines by now, and so the copy would pass for a file that nobody has read.
    /// </summary>
    private bool IsDone(LogPosition position, LogContent content) => content.Identity == position.Identity
        ? position.State == LogState.Closed || IsQuiet(content)
        : position.State == LogState.Closed && IsQuiet(content);

    /// <summary>Whether nobody writes to a file any more that was rotated away.</summary>
    private bool IsQuiet(LogContent content) => options.Clock.GetUtcNow().UtcDateTime - content.LastWriteTime > options.RotationGrace;

    /// <summary>A file that was closed, or would be by now, is opened again only if there is more in it.</summary>
    private bool TryAdd(List<TailedFile> logs, LogPosition position, LogContent? content, LogState state)
    {
        if (content is null)
        {
            return false;
        }

        if (state == LogState.Rotated && content.Length <= position.Offset && IsDone(position, content))
        {
            known.Add(position);
            content.Dispose();
            return true;
        }

        try
        {
            var log = TailedFile.Resume(position, path, content, options, sink);
            if (log.GoesOnFrom(position))
            {
                log.State = state;
                logs.Add(log);
                known.Open(log);
                log.Announce();
                return true;
            }

            log.Dispose();
        }
        catch (LogFileException)
        {
            // It fails again, and is told, when what stands at the path is opened.
        }

        return false;
    }
}
