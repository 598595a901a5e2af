using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Reads the files of a followed path in order.</summary>
internal sealed class PathReader(PathContext context, PathFiles files, MissedFiles missed, OverwrittenFiles overwritten)
{
    private static readonly TimeSpan DrainedInterval = TimeSpan.FromMilliseconds(50);

    private long _lastDrainedRead;

    /// <summary>Reads the next block. What was rotated away comes before its successor; what its writer adds later, beside it.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Read(byte[] block)
    {
        // While there is much to read, what was read to its end already is read from time to time only.
        bool readsDrained = Environment.TickCount64 - _lastDrainedRead >= DrainedInterval.TotalMilliseconds;
        return Read(block, readsDrained) || (!readsDrained && Read(block, readsDrained: true));
    }

    private bool Read(byte[] block, bool readsDrained)
    {
        bool any = false;
        _lastDrainedRead = readsDrained ? Environment.TickCount64 : _lastDrainedRead;
        foreach (TailedFile file in files.ToArray())
        {
            bool isDrained = file.Lifecycle.State == TailedFileState.Drained;
            if (isDrained && !readsDrained)
            {
                continue;
            }

            bool more = Read(file, block);
            any |= more;
            if (!more)
            {
                file.Lifecycle.ReachEnd();
            }
            else if (!isDrained && file != files.Last)
            {
                break;
            }
        }

        return any;
    }

    /// <summary>A handle that fails is kept: what fails for a moment goes on where it was, and nothing is read twice.</summary>
    private bool Read(TailedFile file, byte[] block)
    {
        try
        {
            bool wasUnread = file.IsUnread && file == files.Current && context.Options.Follow;
            if (wasUnread && file.HasContent && missed.AddBeforeCurrent())
            {
                return true;
            }

            ReadResult result = file.ReadNext(block);
            if (result != ReadResult.Nothing)
            {
                context.Errors.Clear();
            }

            if (wasUnread && result == ReadResult.Lines)
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
            return Read(file, block);
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
            return false;
        }
    }
}
