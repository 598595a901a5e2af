using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Goes on in a file at a followed path that has another number and is the same: the first write to a file of a lower layer makes overlayfs copy
/// it, and some programs replace a log by a copy with more in it.
/// </summary>
internal sealed class RenumberedFiles(PathContext context, PathFiles files, RotatedFiles rotated)
{
    /// <summary>Goes on with a file in what is at its path, if that holds what was read of it.</summary>
    /// <returns>Whether it does.</returns>
    public bool TryContinue(TailedFile file)
    {
        LogContent? content = null;
        try
        {
            content = LogContent.Open(context.Path);
            if (context.Registry.FindOpen(content.Identity) is null && IsSame(file, content))
            {
                context.Sink.Note(FollowWarning.Renumbered(context.Path, file.Read.Offset));
                files.Continue(file, content);
                return true;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is reported when it is opened to be followed.
        }

        content?.Dispose();
        return false;
    }

    /// <summary>
    /// Of a file that is beside the log now, what is at the path is the successor, however alike they begin. Little content proves nothing.
    /// </summary>
    private bool IsSame(TailedFile file, LogContent content) => file.Handle.IsNow(content.Identity)
        || (file.Read.Offset >= Fingerprint.MaxHead && file.ReadPosition.MatchesCopy(content) && !rotated.Exists(file.Identity));
}
