using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>Carries what a follower reads on its thread into the pipeline, on the pipeline's own.</summary>
internal sealed class FollowerOutput(PSCmdlet cmdlet, DirectPipelineDetector link, Follower follower, FollowDeadline deadline, CheckpointRecorder? recorder)
{
    /// <summary>The longest single wait; deadlines beyond it are waited for in several.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    private bool _ending;
    private bool _saveFailed;
    private CheckpointException? _untold;

    /// <summary>Writes lines until there are no more, or the deadline has come.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public void Run(CancellationToken stopping)
    {
        try
        {
            while (!follower.IsCompleted)
            {
                TimeSpan wait = _ending ? Timeout.InfiniteTimeSpan : deadline.Remaining;
                if (wait == TimeSpan.Zero)
                {
                    _ending = true;
                    follower.End();
                    continue;
                }

                if (follower.Take(Bounded(wait), stopping) is FollowBatch batch)
                {
                    Write(batch, stopping);
                }

                Save(always: false);
                Tell();
            }
        }
        finally
        {
            // However the pipeline ends, what was taken does not come again.
            Save(always: true);
            Tell();
        }
    }

    private TimeSpan Bounded(TimeSpan wait)
    {
        TimeSpan most = recorder is { IsDirty: true } ? CheckpointRecorder.SaveInterval : MaxWait;
        return wait > most || wait == Timeout.InfiniteTimeSpan ? most : wait;
    }

    private void Write(FollowBatch batch, CancellationToken stopping)
    {
        foreach (LogFileException fault in batch.Faults)
        {
            cmdlet.WriteError(LogErrors.ForFile(fault));
        }

        foreach (FollowWarning warning in batch.Warnings)
        {
            cmdlet.WriteWarning(ConsoleText.Escape(warning.Message));
        }

        int taken = 0;
        var bundle = new LogEntryBatch(batch.Entries, () => SaveMeanwhile(batch, ++taken))
        {
            IsLive = follower.IsFollowing,
            IsLastBeforePause = batch.IsLastBeforePause,
        };
        try
        {
            Write(bundle, stopping);
        }
        catch (Exception end) when (end is FlowControlException or PipelineStoppedException && !stopping.IsCancellationRequested)
        {
            // Downstream took the line and wants no more: break, Select-Object -First. The latter cannot be told from a command that
            // fails with -ErrorAction Stop; one that throws has not taken its line.
            taken++;
            throw;
        }
        finally
        {
            recorder?.Record(batch, taken);
        }
    }

    private void Write(LogEntryBatch bundle, CancellationToken stopping)
    {
        if (bundle.Entries.Count == 0)
        {
            return;
        }

        if (link.IsTaken)
        {
            stopping.ThrowIfCancellationRequested();
            cmdlet.WriteObject(bundle);
            deadline.Extend();
            return;
        }

        bundle.WriteEach(entry =>
        {
            stopping.ThrowIfCancellationRequested();
            deadline.Extend();
            cmdlet.WriteObject(entry);
        });
    }

    /// <summary>Who takes slowly may need long for a batch: what is taken of it is saved meanwhile.</summary>
    private void SaveMeanwhile(FollowBatch batch, int taken)
    {
        if (recorder is { IsDue: true })
        {
            recorder.Record(batch, taken);
            Save(always: false);
        }
    }

    private void Save(bool always)
    {
        try
        {
            if (always && recorder is { IsDirty: true })
            {
                recorder.Save();
            }
            else
            {
                recorder?.SaveIfDue();
            }

            _saveFailed = false;
        }
        catch (CheckpointException) when (_saveFailed)
        {
            // It was told already, or will be, and is tried again.
        }
        catch (CheckpointException failure)
        {
            _saveFailed = true;
            _untold = failure;
        }
    }

    /// <summary>Reports what could not be saved; behind a batch, since within it another command may be at work, and this one may not write.</summary>
    private void Tell()
    {
        if (_untold is CheckpointException failure)
        {
            _untold = null;
            cmdlet.WriteError(LogErrors.ForCheckpoint(failure));
        }
    }
}
