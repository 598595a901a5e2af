using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Following;

namespace LogAnalysis.Pipeline;

/// <summary>Writes what a follower reads on its thread into the pipeline, on the pipeline's own.</summary>
/// <param name="context">Where to write, and what.</param>
/// <param name="detector">Whether the next command takes batches.</param>
/// <param name="follower">Reads.</param>
/// <param name="deadline">When following ends.</param>
/// <param name="checkpoint">Saves what was written; null for nothing.</param>
internal sealed class FollowerOutput(ReadContext context, DirectPipelineDetector detector, Follower follower, FollowDeadline deadline, CheckpointSaver? checkpoint) : IDisposable
{
    /// <summary>The longest single wait; deadlines beyond it are waited for in several.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    private readonly StopDetector _stop = new();
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

                if (follower.IsFollowing && detector.UntilDue <= TimeSpan.Zero)
                {
                    // PowerShell lets the next command run only when something comes.
                    context.Cmdlet.WriteObject(new LogEntryBatch([]) { IsLive = true });
                }

                checkpoint?.SaveIfDue(context.Cmdlet);
            }
        }
        finally
        {
            // However the pipeline ends, entries that were taken do not come again.
            checkpoint?.Complete(context.Cmdlet);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private TimeSpan Bounded(TimeSpan wait)
    {
        TimeSpan max = Min(checkpoint?.UntilDue ?? MaxWait, detector.UntilDue ?? MaxWait);
        return wait > max || wait == Timeout.InfiniteTimeSpan ? max : wait;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Write(FollowBatch batch, CancellationToken stopping)
    {
        foreach (LogFileException error in batch.Errors)
        {
            context.Cmdlet.WriteError(LogErrors.ForFile(error));
        }

        foreach (FollowWarning note in batch.Notes)
        {
            context.Cmdlet.WriteDetail(note.Message);
        }

        foreach (FollowWarning warning in batch.Warnings)
        {
            context.Cmdlet.Warn(warning.Message);
        }

        // Also by lines that are not wanted.
        ExtendDeadline(batch.Entries);
        var selected = new SelectedLines(batch.Entries, context.Filter);
        var lines = new LogEntryBatch(selected.Lines, checkpoint is null ? null : checkpoint.Take)
        {
            IsLive = follower.IsFollowing,
            IsLastBeforePause = batch.IsLastBeforePause,
        };
        checkpoint?.BeginBatch(batch, selected);
        context.Filter.ReportTimeouts();
        bool hasEnough = false;
        try
        {
            Write(lines, stopping);
        }
        catch (PipelineStoppedException) when (_stop.IsEnough && !stopping.IsCancellationRequested)
        {
            // Downstream took the line and wants no more.
            hasEnough = true;
            throw;
        }
        finally
        {
            checkpoint?.EndBatch(hasEnough);
        }
    }

    private void ExtendDeadline(IReadOnlyCollection<LogEntry> lines)
    {
        if (lines.Count > 0)
        {
            deadline.Extend();
        }
    }

    private void Write(LogEntryBatch batch, CancellationToken stopping)
    {
        if (detector.IsDirect && (batch.Entries.Count > 0 || batch is { IsLive: true, IsLastBeforePause: true }))
        {
            stopping.ThrowIfCancellationRequested();
            context.Cmdlet.WriteObject(batch);
            ExtendDeadline(batch.Entries);
            return;
        }

        batch.WriteEach(entry =>
        {
            stopping.ThrowIfCancellationRequested();
            deadline.Extend();
            context.Cmdlet.WriteObject(entry);
        });
    }
}
