using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>Writes what a follower reads on its thread into the pipeline, on the pipeline's own.</summary>
internal sealed class FollowerOutput(PSCmdlet cmdlet, DirectPipelineDetector detector, Follower follower, FollowDeadline deadline, CheckpointRecorder? recorder)
{
    /// <summary>The longest single wait; deadlines beyond it are waited for in several.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    private bool _isEnding;
    private bool _hasSaveFailed;
    private CheckpointException? _unreported;

    /// <summary>Writes lines until there are no more, or the deadline has come.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public void Run(CancellationToken stopping)
    {
        try
        {
            while (!follower.IsCompleted)
            {
                TimeSpan wait = _isEnding ? Timeout.InfiniteTimeSpan : deadline.Remaining;
                if (wait == TimeSpan.Zero)
                {
                    _isEnding = true;
                    follower.End();
                    continue;
                }

                if (follower.Take(Bounded(wait), stopping) is FollowBatch batch)
                {
                    Write(batch, stopping);
                }

                Save(always: false);
                ReportSaveFailure();
            }
        }
        finally
        {
            // However the pipeline ends, entries that were taken do not come again.
            Save(always: true);
            ReportSaveFailure();
        }
    }

    private TimeSpan Bounded(TimeSpan wait)
    {
        TimeSpan max = recorder is { IsDirty: true } ? CheckpointRecorder.SaveInterval : MaxWait;
        return wait > max || wait == Timeout.InfiniteTimeSpan ? max : wait;
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
        var entries = new LogEntryBatch(batch.Entries, () => SaveMeanwhile(batch, ++taken))
        {
            IsLive = follower.IsFollowing,
            IsLastBeforePause = batch.IsLastBeforePause,
        };
        try
        {
            Write(entries, stopping);
        }
        catch (Exception end) when (end is FlowControlException or PipelineStoppedException && !stopping.IsCancellationRequested)
        {
            // Downstream took the line and wants no more: break, or Select-Object -First. The latter cannot be told from a command that
            // fails with -ErrorAction Stop; a command that throws has not taken its line.
            taken++;
            throw;
        }
        finally
        {
            recorder?.Record(batch, taken);
        }
    }

    private void Write(LogEntryBatch batch, CancellationToken stopping)
    {
        if (batch.Entries.Count == 0)
        {
            return;
        }

        if (detector.IsDirect)
        {
            stopping.ThrowIfCancellationRequested();
            cmdlet.WriteObject(batch);
            deadline.Extend();
            return;
        }

        batch.WriteEach(entry =>
        {
            stopping.ThrowIfCancellationRequested();
            deadline.Extend();
            cmdlet.WriteObject(entry);
        });
    }

    /// <summary>A slow consumer may need long for a batch: what it has taken so far is saved meanwhile.</summary>
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

            _hasSaveFailed = false;
        }
        catch (CheckpointException) when (_hasSaveFailed)
        {
            // It was reported already, or will be. Saving is tried again.
        }
        catch (CheckpointException failure)
        {
            _hasSaveFailed = true;
            _unreported = failure;
        }
    }

    /// <summary>Reports that saving failed; after a batch, since within one this command may not write while another is at work.</summary>
    private void ReportSaveFailure()
    {
        if (_unreported is CheckpointException failure)
        {
            _unreported = null;
            cmdlet.WriteError(LogErrors.ForCheckpoint(failure));
        }
    }
}
