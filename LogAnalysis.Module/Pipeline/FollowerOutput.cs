using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>Writes what a follower reads on its thread into the pipeline, on the pipeline's own.</summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="detector">Whether the next command takes batches.</param>
/// <param name="follower">Reads.</param>
/// <param name="deadline">When following ends.</param>
/// <param name="checkpoint">Saves what was written; null for nothing.</param>
internal sealed class FollowerOutput(PSCmdlet cmdlet, DirectPipelineDetector detector, Follower follower, FollowDeadline deadline, CheckpointSaver? checkpoint)
{
    /// <summary>The longest single wait; deadlines beyond it are waited for in several.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    private bool _isEnding;

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
                    follower.Complete();
                    continue;
                }

                if (follower.Take(Bounded(wait), stopping) is FollowBatch batch)
                {
                    Write(batch, stopping);
                }

                checkpoint?.SaveIfDue();
            }
        }
        finally
        {
            // However the pipeline ends, entries that were taken do not come again.
            checkpoint?.Complete();
        }
    }

    private TimeSpan Bounded(TimeSpan wait)
    {
        TimeSpan max = checkpoint is { IsDirty: true } ? CheckpointRecorder.SaveInterval : MaxWait;
        return wait > max || wait == Timeout.InfiniteTimeSpan ? max : wait;
    }

    private void Write(FollowBatch batch, CancellationToken stopping)
    {
        foreach (LogFileException error in batch.Errors)
        {
            cmdlet.WriteError(LogErrors.ForFile(error));
        }

        foreach (FollowWarning warning in batch.Warnings)
        {
            cmdlet.WriteWarning(ConsoleText.Escape(warning.Message));
        }

        int taken = 0;
        var entries = new LogEntryBatch(batch.Entries, () => checkpoint?.RecordMeanwhile(batch, ++taken))
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
            checkpoint?.Record(batch, taken);
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
}
