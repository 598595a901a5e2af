using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Goes on with what an earlier run had read of one path, whatever its files are called now.</summary>
internal sealed class CheckpointRestorer(PathContext context, PathFiles files)
{
    private readonly RotatedFiles _rotated = new(context.Path, context.Registry);

    private IEnumerable<LogPosition> Positions => context.Options.Positions!.Where(position => context.Path.Equals(position.Path, FileNames.Comparison));

    /// <summary>Opens the files that were not read to their ends, the oldest first.</summary>
    public void Resume()
    {
        foreach (LogPosition position in Positions.OrderByDescending(position => position.State))
        {
            // Of a file that was empty only its identity is known, which another file may have by now. What it holds is new.
            bool isUnknown = position.Fingerprint.HeadLength == 0 && position.State != LogState.Current;
            if (isUnknown || context.Registry.FindOpen(position.Identity) is not null)
            {
                continue;
            }

            // A file can be renamed or emptied between one of these and the next, which finds it then.
            bool found = TryAdd(position, AtPath(position, position.Matches), isCurrent: true)
                || TryAdd(position, _rotated.FindRenamed(position), isCurrent: false)
                || TryAdd(position, Moved(position), isCurrent: true)
                || TryAdd(position, _rotated.FindCopy(position, HasOwnPosition), isCurrent: false);
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
    private bool HasOwnPosition(LogContent content) => Positions.Any(position => position.Offset > 0 && position.Matches(content));

    /// <summary>A file that cannot be found, or not be read now, goes on where it was if it returns.</summary>
    private void Miss(LogPosition position)
    {
        context.Registry.Closed.Add(position);
        using LogContent? other = position is { State: LogState.Current, Offset: > 0 } ? AtPath(position, _ => true) : null;
        if (other is not null)
        {
            context.Sink.Warn(FollowWarning.RestLost(context.Path));
        }
    }

    private LogContent? AtPath(LogPosition position, Func<LogContent, bool> isWanted)
    {
        LogContent? content = null;
        try
        {
            content = LogContent.Open(context.Path);
            if (isWanted(content) && (position.State == LogState.Current || content.Identity == position.Identity))
            {
                return content;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is reported when the file is opened to be followed.
        }

        content?.Dispose();
        return null;
    }

    /// <summary>
    /// Whether a file need not be opened, since all of it was read. A new copy must be opened: only the identity of its original is known, and
    /// that holds other lines by now, so the copy would be taken for a file that was never read.
    /// </summary>
    private bool IsDone(LogPosition position, LogContent content) => content.Identity == position.Identity
        ? position.State == LogState.Closed || IsQuiet(content)
        : position.State == LogState.Closed && IsQuiet(content);

    /// <summary>Whether the writer of a rotated file is done.</summary>
    private bool IsQuiet(LogContent content) =>
        context.Options.Clock.GetUtcNow().UtcDateTime - content.LastWriteTime > context.Options.RotationGrace;

    /// <summary>A file that was closed, or would be by now, is opened again only if there is more in it.</summary>
    private bool TryAdd(LogPosition position, LogContent? content, bool isCurrent)
    {
        if (content is null)
        {
            return false;
        }

        if (!isCurrent && content.Length <= position.Offset && IsDone(position, content))
        {
            context.Registry.Closed.Add(position);
            content.Dispose();
            return true;
        }

        try
        {
            TailedFile file = context.Factory.Resume(position, content);
            if (file.StartsAt(position))
            {
                Add(file, isCurrent);
                return true;
            }

            file.Dispose();
        }
        catch (LogFileException)
        {
            // It fails again, and is reported, when what is at the path is opened.
        }

        return false;
    }

    private void Add(TailedFile file, bool isCurrent)
    {
        if (isCurrent)
        {
            files.AddCurrent(file);
        }
        else
        {
            files.AddRotated(file);
        }
    }
}
