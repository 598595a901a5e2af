using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Reads the files of a followed path in order.</summary>
internal sealed class PathReader(PathContext context, PathFiles files, MissedFiles missed, OverwrittenFiles overwritten)
{
    /// <summary>How many blocks without text are passed over at a time.</summary>
    private const int MaxHoles = 256;

    /// <summary>Reads the next block. What was rotated away comes before its successor; what its writer adds later, before what is written to the successor then.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Read(byte[] block)
    {
        bool any = false;
        TailedFile[] all = files.ToArray();
        TailedFile? previous = all.LastOrDefault(file => file.Lifecycle.State == TailedFileState.Drained);

        // A writer that learns late of a rotation adds to the old file, and then to the new one: what the new one has now is read after that.
        long limit = previous is not null && files.Current?.Handle.OpenEnd is long end ? end : long.MaxValue;
        foreach (TailedFile file in all)
        {
            bool isDrained = file.Lifecycle.State == TailedFileState.Drained;
            if (isDrained && file != previous && !file.Activity.TryBeginLook())
            {
                continue;
            }

            bool more = Read(file, block, file == files.Current ? limit : long.MaxValue);
            any |= more;
            if (!more)
            {
                file.Lifecycle.ReachEnd();
            }
            else if (file != files.Last && (!isDrained || file == previous))
            {
                break;
            }
        }

        return any;
    }

    /// <summary>A handle that fails is kept: what fails for a moment goes on where it was, and nothing is read twice.</summary>
    private bool Read(TailedFile file, byte[] block, long limit)
    {
        try
        {
            bool wasUnread = file.IsUnread && file == files.Current && (context.Options.Follow || context.Options.Positions is not null);
            if (wasUnread && !file.Handle.Content.IsEmpty && missed.AddBeforeCurrent())
            {
                return true;
            }

            ReadResult result = ReadText(file, block, limit);
            if (result != ReadResult.Nothing)
            {
                context.Errors.Clear();
            }

            if (wasUnread && !file.IsUnread)
            {
                // It may have been emptied since the search before.
                missed.AddBeforeCurrent();
            }

            return result switch
            {
                ReadResult.Lines => true,
                ReadResult.Overwritten => overwritten.Replace(file),
                _ => false,
            };
        }
        catch (LogFileException failure) when (failure.Kind == LogFileErrorKind.TooManyOpenFiles && context.Registry.FreeHandles())
        {
            return Read(file, block, limit);
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
            return false;
        }
    }

    /// <summary>Reads the next block in which there is text, beyond the hole that a file can begin with.</summary>
    private static ReadResult ReadText(TailedFile file, byte[] block, long limit)
    {
        ReadResult result;
        int blocks = 0;
        do
        {
            result = file.ReadNext(block, limit);
        }
        while (result == ReadResult.Lines && file.IsUnread && ++blocks < MaxHoles);
        return result;
    }
}
