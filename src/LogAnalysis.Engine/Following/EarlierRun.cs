using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>Takes up again what an earlier run had read of one path, whatever its files are called now.</summary>
internal sealed class EarlierRun(string path, FollowOptions options, IFollowSink sink, KnownFiles known)
{
    private readonly RotatedFiles _rotated = new(path, known);

    /// <summary>Opens the files that were not read to their ends, the oldest first.</summary>
    public void Resume(List<OpenLog> logs)
    {
        foreach (LogPosition position in options.Positions!.Where(position => position.Path == path).OrderByDescending(position => position.State))
        {
            if (known.FindOpen(position.Identity) is not null)
            {
                continue;
            }

            if (AtPath(position, position.IsOf) is LogContent here)
            {
                Add(logs, position, here, LogState.Current);
            }
            else if (_rotated.FindRenamed(position) is LogContent renamed)
            {
                TakeUp(logs, position, renamed);
            }
            else if (position.State == LogState.Current && AtPath(position, position.IsCopiedIn) is LogContent moved)
            {
                // The same log on another disk, or where files have no lasting numbers.
                Add(logs, position, moved, LogState.Current);
            }
            else if (_rotated.FindCopy(position) is LogContent copy)
            {
                TakeUp(logs, position, copy);
            }
            else
            {
                Miss(position);
            }
        }
    }

    /// <summary>A file that cannot be found, or not be read now, goes on where it was if it returns.</summary>
    private void Miss(LogPosition position)
    {
        known.Add(position);
        if (position is { State: LogState.Current, Offset: > 0 } && File.Exists(path) && FileIdentity.Of(path) != position.Identity)
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

    /// <summary>A file that was closed is opened again only if there is more in it.</summary>
    private void TakeUp(List<OpenLog> logs, LogPosition position, LogContent content)
    {
        if (position.State == LogState.Closed && content.Length <= position.Offset)
        {
            known.Add(position);
            content.Dispose();
            return;
        }

        Add(logs, position, content, LogState.Rotated);
    }

    private void Add(List<OpenLog> logs, LogPosition position, LogContent content, LogState state)
    {
        var log = OpenLog.Resume(position, path, content, options, sink);
        log.State = state;
        logs.Add(log);
        known.Open(log);
        log.Announce();
    }
}
