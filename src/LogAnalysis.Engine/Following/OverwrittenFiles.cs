using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Goes on where a file of a followed path was overwritten, or was deleted while it had no handle.</summary>
internal sealed class OverwrittenFiles(
    PathContext context, PathFiles files, RotatedFiles rotated, PreopenedFiles preopened, UnfinishedFiles unfinished, PathOpener opener)
{
    /// <summary>Reads what was not read yet from a copy, if there is one, and the file from its beginning.</summary>
    /// <returns>Whether there is more to read.</returns>
    public bool Replace(TailedFile file)
    {
        bool wasCurrent = file.Lifecycle.State == TailedFileState.Current;
        if (wasCurrent && file.Handle.IsDeleted && opener.TryContinue(file))
        {
            return true;
        }

        file.Lifecycle.Rotate();
        if (file.Handle.IsDeleted && preopened.TryTake(file.Identity, out LogContent? opened))
        {
            // It was deleted while it had no handle, but another was opened when it appeared.
            files.Continue(file, opened);
            return true;
        }

        if (file.IsUnread && (file.Head.Length == 0 || file.Read.Offset > 0))
        {
            // There was nothing in it when it was looked at last, or a hole, by which a copy could be known.
            files.Close(file, position: null);
            return wasCurrent && opener.TryOpen();
        }

        if (rotated.FindCopy(file.ReadPosition, _ => false) is LogContent copy)
        {
            context.Sink.Note(FollowWarning.Copied(context.Path, file.Read.Offset));
            files.Continue(file, copy);
        }
        else if (GiveUp(file))
        {
            return true;
        }

        return wasCurrent ? opener.TryOpen() : files.Contains(file);
    }

    /// <summary>Closes a file whose rest is nowhere.</summary>
    /// <returns>Whether something else is read by its handle.</returns>
    private bool GiveUp(TailedFile file)
    {
        unfinished.Add(file);
        context.Sink.Note(FollowWarning.Emptied(context.Path, file.Read.Offset));
        if (file.Handle.IsDeleted)
        {
            context.Sink.Warn(FollowWarning.RestLost(context.Path));
        }

        bool hasNoName = !file.Handle.IsDeleted && FileIdentity.Of(context.Path) != file.Identity && !rotated.Exists(file.Identity);
        int index = files.IndexOf(file);
        LogContent content = file.Handle.Transfer();
        files.Close(file, position: null);
        if (hasNoName)
        {
            // What was written to it since can be found by no name.
            files.AddRotated(context.Factory.FromStart(content), index);
            return true;
        }

        content.Dispose();
        return false;
    }
}
