using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Adds files that were at a path between two polls and are no longer there.</summary>
internal sealed class MissedFiles(PathContext context, PathFiles files, RotatedFiles rotated, PreopenedFiles preopened, UnfinishedFiles unfinished)
{
    /// <summary>Times of files are coarser than clocks, and clocks of servers differ.</summary>
    private static readonly TimeSpan TimeTolerance = TimeSpan.FromSeconds(2);

    private ObservedTime _lastSeen = new(context.Options.Clock);

    /// <summary>When the path was looked at last, in UTC: what appeared there before is read, or being read.</summary>
    public DateTime LastSeen => _lastSeen.Time;

    /// <summary>The path was looked at.</summary>
    public void NoteLook(ObservedTime looked) => _lastSeen = looked;

    /// <summary>Adds what was opened when it appeared and is deleted since. What is still there, or beside, is found in order without.</summary>
    public bool AddPreopened()
    {
        bool any = false;
        while (preopened.TryTake(out LogContent? content))
        {
            any |= TryAdd(content, OpenUnknown);
        }

        return any;
    }

    /// <summary>
    /// Adds what was at the path before the present file. Of a file that was emptied before anything was read of it, a copy may have been made:
    /// nothing else shows it than that there is a new file beside it.
    /// </summary>
    public bool AddBeforeCurrent() => TryAddBefore(files.Current!, out bool any) && any;

    /// <summary>Adds what was at the path before a file.</summary>
    /// <returns>Whether the file is still there. If not, nothing is added, since what was found may have come after it.</returns>
    public bool TryAddBefore(TailedFile successor, out bool any)
    {
        any = false;
        LogContent[] missed = [.. rotated.FindMissed(LastSeen - TimeTolerance, successor, unfinished.HoldsNothingNew)];
        FileIdentity? present = FileIdentity.Of(context.Path);
        bool isDeleted = present is null && successor != files.Current;
        if (present != successor.Identity && !isDeleted)
        {
            Array.ForEach(missed, content => content.Dispose());
            return false;
        }

        foreach (LogContent content in missed)
        {
            any |= TryAdd(content, OpenMissed);
        }

        return true;
    }

    /// <summary>A new file; or one that was given up, which goes on where it was.</summary>
    /// <param name="content">The file.</param>
    /// <param name="ahead">What was read of it before it was opened.</param>
    /// <exception cref="IOException">It is not text, or cannot be read.</exception>
    public TailedFile Open(LogContent content, ReadAhead? ahead = null) => Open(content, unfinished.TakeDeleted(content), ahead);

    /// <summary>A new file; or the copy that was not found when its original was emptied.</summary>
    private TailedFile? OpenMissed(LogContent content) => Open(content, unfinished.TakeByCopy(content));

    private TailedFile? OpenUnknown(LogContent content) => IsKnown(content) ? null : Open(content);

    private TailedFile Open(LogContent content, LogPosition? position, ReadAhead? ahead = null) =>
        position is null ? context.Factory.FromStart(content, ahead) : context.Factory.Resume(position, content);

    private bool TryAdd(LogContent content, Func<LogContent, TailedFile?> open)
    {
        try
        {
            if (open(content) is TailedFile file)
            {
                context.Sink.Note(FollowWarning.Missed(context.Path, content.LastWriteTime));
                files.AddRotated(file, files.IndexBy(content.LastWriteTime));
                return true;
            }
        }
        catch (IOException unreadable)
        {
            context.Errors.ReportFinal(LogFileException.From(unreadable, context.Path));
        }

        content.Dispose();
        return false;
    }

    private bool IsKnown(LogContent content) =>
        context.Registry.FindOpen(content.Identity) is not null
        || context.Registry.Closed.Find(content) is not null
        || rotated.Exists(content.Identity)
        || context.Registry.LooksLikeCopy(content, context.Path);
}
