namespace LogAnalysis.Following;

/// <summary>What a follower does on its thread, from one state to the next.</summary>
internal sealed class FollowLoop(
    FollowOptions options, FollowedPaths paths, PollSchedule schedule, BatchBuilder batches, BatchQueue queue, DirectoryWatcher watcher)
{
    private readonly byte[] _block = new byte[TailedFile.BlockSize];

    /// <summary>Runs until <paramref name="end"/> is cancelled, or all is read where it does not follow.</summary>
    /// <param name="names">The paths that were named.</param>
    /// <param name="end">Ends it in order.</param>
    /// <param name="abort">Ends it at once.</param>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was cancelled.</exception>
    public void Run(IEnumerable<string> names, CancellationToken end, CancellationToken abort)
    {
        for (FollowerState state = FollowerState.Starting; state != FollowerState.Completed;)
        {
            state = state switch
            {
                FollowerState.Starting => Start(names),
                FollowerState.Reading => Read(end, abort),
                FollowerState.Waiting => Wait(end),
                _ => Complete(),
            };
        }
    }

    private FollowerState Start(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            paths.Add(name);
        }

        schedule.Discover(path => path.ExpectNew());
        TailedPath[] all = [.. paths.All.Select(path => path.Path)];

        // A file that an earlier run read may be at another followed path now.
        Array.ForEach(all, path => path.Resume());
        paths.RememberOthers();

        // What was rotated away is found by the original first, which knows its order.
        foreach (TailedPath path in all.OrderBy(path => path.Original is not null))
        {
            path.Start();
        }

        batches.CompleteBatch();
        UpdateSeen();
        batches.EndResuming();
        schedule.NoteRound();
        return FollowerState.Reading;
    }

    private FollowerState Read(CancellationToken end, CancellationToken abort)
    {
        if (ReadDue())
        {
            schedule.NoteActivity();
            WaitForRoom(abort);
            schedule.MarkDue();
            return FollowerState.Reading;
        }

        batches.Flush();
        return options.Follow && !end.IsCancellationRequested ? FollowerState.Waiting : FollowerState.Completing;
    }

    private FollowerState Wait(CancellationToken end)
    {
        schedule.Wait(end);
        schedule.MarkDue();
        return FollowerState.Reading;
    }

    private FollowerState Complete()
    {
        foreach (ScheduledPath path in paths.All)
        {
            path.Path.Complete();
        }

        batches.Flush();
        return FollowerState.Completed;
    }

    /// <summary>Reads one block of each path that may have one, so that a busy file does not starve a quiet one.</summary>
    private bool ReadDue()
    {
        bool any = false;
        foreach (ScheduledPath path in paths.All)
        {
            if (path.IsDue)
            {
                any |= Read(path);
                batches.CompleteBatch();
            }
        }

        UpdateSeen();
        return any;
    }

    private bool Read(ScheduledPath path)
    {
        ScheduledPath? earlier = path.FindEarlier();
        if (earlier is not null)
        {
            earlier.IsDue = true;
        }

        bool isFull = queue.IsFull;
        if (isFull && options.Follow)
        {
            path.Path.FillAhead();
        }

        bool more = earlier is not null || isFull || path.Path.Read(_block);
        if (options.Follow && (!more || path.MayBeRotated))
        {
            path.MayBeRotated = false;
            more |= path.Path.Look();
        }

        path.Ends += more ? 0 : 1;
        path.IsDue = more || path.Path.IsWaiting;
        return more;
    }

    // It can be earlier than before: when the clock was set back.
    private void UpdateSeen() => batches.Seen = paths.FindSeen() ?? batches.Seen;

    private void WaitForRoom(CancellationToken abort)
    {
        abort.ThrowIfCancellationRequested();
        if (queue.IsFull)
        {
            watcher.Wait(PollDelay.Min, abort);
        }
    }
}
