using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Opens what is at a followed path, and decides where to begin in it.</summary>
internal sealed class PathOpener(PathContext context, PathFiles files, MissedFiles missed, RotatedNameGrace grace, RenumberedFiles renumbered)
{
    private const int MaxAttempts = 10;

    private PathState _state = PathState.Starting;

    /// <summary>What is at the path and is not known is new, from its first line.</summary>
    public void ExpectNew() => _state = PathState.StartingAtBeginning;

    /// <summary>The first look is over: whatever appears is new.</summary>
    public void Follow() => _state = PathState.Following;

    /// <summary>Goes on with a file in what is at its path now, if that is the same file.</summary>
    public bool TryContinue(TailedFile file) => renumbered.TryContinue(file);

    /// <summary>Opens what is at the path. When that is renamed at the same time, what is there then.</summary>
    /// <returns>Whether there is another file to read.</returns>
    public bool TryOpen()
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            FileIdentity? opened = null;
            if (TryOpen(ref opened))
            {
                return true;
            }

            if (opened is null || FileIdentity.Of(context.Path) is not FileIdentity present || present == opened)
            {
                break;
            }
        }

        return false;
    }

    private bool TryOpen(ref FileIdentity? opened)
    {
        LogContent? content = null;
        var looked = new ObservedTime(context.Options.Clock);
        try
        {
            content = LogContent.Open(context.Path);
            opened = content.Identity;
            if (Choose(content) is not TailedFile file)
            {
                content.Dispose();
                return false;
            }

            files.AddCurrent(file);
            context.Errors.Clear();
            missed.NoteLook(looked);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            content?.Dispose();
            LogFileException failure = LogFileException.From(cause, context.Path);
            if (failure.Kind == LogFileErrorKind.TooManyOpenFiles && context.Registry.FreeHandles())
            {
                return TryOpen(ref opened);
            }

            // A file that was there and is gone for the moment is the ordinary course of a rotation.
            if (_state != PathState.Following || failure.Kind != LogFileErrorKind.NotFound)
            {
                context.Errors.Report(failure);
            }

            return false;
        }
    }

    /// <summary>Where to begin in a file; null where it is not to be read.</summary>
    private TailedFile? Choose(LogContent content)
    {
        if (context.Registry.FindOpen(content.Identity) is not null)
        {
            return null;
        }

        if (context.Registry.Closed.Find(content) is LogPosition position)
        {
            return context.Factory.Resume(position, content);
        }

        if (FindCopied(content) is LogPosition copied)
        {
            return context.Factory.Resume(copied, content);
        }

        if (_state == PathState.Starting)
        {
            return context.Options.FromStart ? context.Factory.FromStart(content) : context.Factory.FromEnd(content);
        }

        if (IsCopy(content) || (_state == PathState.Following && grace.IsLeftToOriginal(content.Identity)))
        {
            return null;
        }

        TailedFile file = missed.Open(content, files.AheadOf(content.Identity));
        return missed.TryAddBefore(file, out _) ? file : null;
    }

    /// <summary>
    /// How far a file was read under the name of a log that is not there any more, and of which this is a copy. A compressed file was a log
    /// before, whatever its name.
    /// </summary>
    private LogPosition? FindCopied(LogContent content) =>
        !content.CanChange ? context.Registry.Closed.FindOriginal(content, path: null)
        : grace.Original is not null ? null
        : RotatedName.Originals(context.Path).Select(original => context.Registry.Closed.FindOriginal(content, original)).FirstOrDefault(found => found is not null);

    /// <summary>Whether a file is a copy of one that is followed. A compressed file was a log before, whatever its name.</summary>
    private bool IsCopy(LogContent content) => grace.Original is string original
        ? context.Registry.LooksLikeCopy(content, original)
        : !content.CanChange && context.Registry.LooksLikeCopy(content, path: null);
}
